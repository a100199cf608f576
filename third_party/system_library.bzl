# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Libraries as Debian and Ubuntu package them, compiled already.

    load("@percpu//third_party:system_library.bzl", "system_googletest")

    system_googletest(name = "googletest")

Tests are built with several settings; these libraries need not be, each time.
Nothing looks for a library before a target depends on it.
"""

_LIBRARY_DIRECTORIES = [
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
]

# The package of Google Benchmark has main() as a static library only, and the
# rest as a shared one only.
_STATIC_FIRST = [
    ".a",
    ".so",
]

# A static one wants what it depends on named.
_SHARED = [".so"]

_NOT_FOUND = """percpu: {name} was not found ({headers}, and {library}{suffixes} \
in one of {directories}). On Debian and Ubuntu: apt-get install {package}"""

def _find_library(repository_ctx, library):
    """Returns the library's path, or None."""
    for suffix in repository_ctx.attr.suffixes:
        for directory in _LIBRARY_DIRECTORIES:
            path = repository_ctx.path(directory + "/" + library + suffix)
            if path.exists:
                return path
    return None

def _system_library_impl(repository_ctx):
    headers = repository_ctx.path("/usr/include/" + repository_ctx.attr.headers)
    for library in repository_ctx.attr.libraries:
        path = _find_library(repository_ctx, library)
        if not path or not headers.exists:
            fail(_NOT_FOUND.format(
                name = repository_ctx.attr.title,
                directories = ", ".join(_LIBRARY_DIRECTORIES),
                headers = headers,
                library = library,
                package = repository_ctx.attr.package,
                suffixes = " or ".join(repository_ctx.attr.suffixes),
            ))
        repository_ctx.symlink(path, path.basename)
    repository_ctx.symlink(headers, "include/" + headers.basename)
    repository_ctx.symlink(repository_ctx.attr.build_file, "BUILD")

_system_library = repository_rule(
    implementation = _system_library_impl,
    attrs = {
        "build_file": attr.label(
            doc = "The repository's BUILD file.",
            mandatory = True,
        ),
        "headers": attr.string(
            doc = "The folder in /usr/include.",
            mandatory = True,
        ),
        "libraries": attr.string_list(
            doc = "The libraries' file names without a suffix.",
            mandatory = True,
        ),
        "package": attr.string(
            doc = "The package that brings it.",
            mandatory = True,
        ),
        "suffixes": attr.string_list(
            doc = "How the libraries' file names end, the best first.",
            default = _STATIC_FIRST,
        ),
        "title": attr.string(
            doc = "What the library is called in a sentence.",
            mandatory = True,
        ),
    },
    doc = "Finds a packaged library.",
    local = True,
)

def system_googletest(name):
    """Declares a repository with the packaged GoogleTest.

    Args:
      name: the repository's name.
    """
    _system_library(
        name = name,
        build_file = Label("//third_party:googletest.BUILD"),
        headers = "gtest",
        libraries = ["libgtest", "libgtest_main"],
        package = "libgtest-dev",
        title = "GoogleTest",
    )

def system_google_benchmark(name):
    """Declares a repository with the packaged Google Benchmark.

    Args:
      name: the repository's name.
    """
    _system_library(
        name = name,
        build_file = Label("//third_party:google_benchmark.BUILD"),
        headers = "benchmark",
        libraries = ["libbenchmark", "libbenchmark_main"],
        package = "libbenchmark-dev",
        title = "Google Benchmark",
    )

def system_elfutils(name):
    """Declares a repository with the packaged libraries of elfutils.

    Args:
      name: the repository's name.
    """
    _system_library(
        name = name,
        build_file = Label("//third_party:elfutils.BUILD"),
        headers = "elfutils",
        libraries = ["libdw", "libelf"],
        package = "libdw-dev",
        suffixes = _SHARED,
        title = "libdw of elfutils",
    )
