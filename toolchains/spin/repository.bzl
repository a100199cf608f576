# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Finds this machine's Spin, the model checker, for this project's own tests.

    @percpu_spin//:spin   the program, if it is in PATH

Without it only a target that needs it fails.
"""

_BUILD = """package(default_visibility = ["//visibility:public"])
"""

_FOUND = _BUILD + """
alias(
    name = "spin",
    actual = "bin/spin",
)
"""

_MISSING = """load("@percpu//toolchains/llvm:missing_tool.bzl", "missing_tool")

""" + _BUILD + """
missing_tool(
    name = "spin",
    message = "{message}",
)
"""

_NOT_FOUND = "percpu: spin, the model checker, was not found in PATH, and " + \
             "this target needs it. On Debian and Ubuntu: apt-get install " + \
             "spin; then bazel shutdown"

def _is_spin(repository_ctx, path):
    """Whether this is the model checker; others are called spin too."""
    result = repository_ctx.execute([path, "-V"])
    return result.stdout.startswith("Spin Version")

def _spin_repository_impl(repository_ctx):
    path = repository_ctx.which("spin")
    if path and _is_spin(repository_ctx, path):
        repository_ctx.symlink(path, "bin/spin")
        repository_ctx.file("BUILD", _FOUND)
    else:
        repository_ctx.file("BUILD", _MISSING.format(message = _NOT_FOUND))

spin_repository = repository_rule(
    implementation = _spin_repository_impl,
    configure = True,
    doc = "Finds Spin in PATH.",
    environ = ["PATH"],
    local = True,
)
