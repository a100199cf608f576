# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""GoogleTest out of the sources that Debian and Ubuntu package."""

_SOURCES = "/usr/src/googletest"

_NOT_FOUND = """percpu: the sources of GoogleTest were not found in %s. On \
Debian and Ubuntu: apt-get install googletest""" % _SOURCES

def _system_googletest_impl(repository_ctx):
    sources = repository_ctx.path(_SOURCES)
    if not sources.exists:
        fail(_NOT_FOUND)
    for entry in ["googletest", "googlemock"]:
        repository_ctx.symlink(sources.get_child(entry), entry)
    repository_ctx.symlink(repository_ctx.attr.build_file, "BUILD")

system_googletest = repository_rule(
    implementation = _system_googletest_impl,
    attrs = {
        "build_file": attr.label(
            default = "//third_party:googletest.BUILD",
            doc = "The repository's BUILD file.",
        ),
    },
    doc = "Finds the packaged sources of GoogleTest.",
    local = True,
)
