# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The repository with the distribution's Google Benchmark."""

load("@percpu//third_party:system_library.bzl", "system_google_benchmark")

def _system_impl(_module_ctx):
    system_google_benchmark(name = "system_google_benchmark")

system = module_extension(implementation = _system_impl)
