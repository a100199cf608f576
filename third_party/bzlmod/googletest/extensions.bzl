# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The repository with the distribution's GoogleTest."""

load("@percpu//third_party:system_library.bzl", "system_googletest")

def _system_impl(_module_ctx):
    system_googletest(name = "system_googletest")

system = module_extension(implementation = _system_impl)
