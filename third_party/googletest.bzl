# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""GoogleTest as Debian and Ubuntu package it, compiled already.

Tests are built with several settings; GoogleTest need not be, each time.
"""

_HEADERS = "/usr/include/gtest"

_LIBRARY_DIRECTORIES = [
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
]

_LIBRARIES = [
    "libgtest.a",
    "libgtest_main.a",
]

_NOT_FOUND = """percpu: GoogleTest was not found (%s, and libgtest.a in one of \
%s). On Debian and Ubuntu: apt-get install libgtest-dev""" % (
    _HEADERS,
    ", ".join(_LIBRARY_DIRECTORIES),
)

def _system_googletest_impl(repository_ctx):
    directories = [
        directory
        for directory in _LIBRARY_DIRECTORIES
        if repository_ctx.path(directory + "/libgtest.a").exists
    ]
    if not directories or not repository_ctx.path(_HEADERS).exists:
        fail(_NOT_FOUND)
    repository_ctx.symlink(_HEADERS, "include/gtest")
    for library in _LIBRARIES:
        repository_ctx.symlink(directories[0] + "/" + library, library)
    repository_ctx.symlink(repository_ctx.attr.build_file, "BUILD")

system_googletest = repository_rule(
    implementation = _system_googletest_impl,
    attrs = {
        "build_file": attr.label(
            default = "//third_party:googletest.BUILD",
            doc = "The repository's BUILD file.",
        ),
    },
    doc = "Finds the packaged GoogleTest.",
    local = True,
)
