# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The extension that Bazel's own tools use."""

def _empty_impl(repository_ctx):
    repository_ctx.file("BUILD", "")

_empty = repository_rule(implementation = _empty_impl)

def _buildozer_binary_impl(_module_ctx):
    _empty(name = "buildozer_binary")

buildozer_binary = module_extension(implementation = _buildozer_binary_impl)
