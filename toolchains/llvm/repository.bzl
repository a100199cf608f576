# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Finds this machine's clang, lld and LLVM tools, the newest of release 19 on.

    @percpu_llvm//:clang, :lld, :readelf, :objdump ...  the tools, as files
    @percpu_llvm//:filecheck                            FileCheck, if it is there
    @percpu_llvm//:x86_64, ..., :host                   the cc_toolchains
    @percpu_llvm//:aarch64_linux, ...                   those for another CPU's
                                                        Linux, by its libraries

They are looked for in PATH, with the release in their names, as Debian installs
them, and without. A release counts only where all of its tools are there, but
for FileCheck, which only tests need.
"""

load(
    ":flags.bzl",
    "COMMON_COMPILE_FLAGS",
    "CROSS_CPUS",
    "CXX_FLAGS",
    "FLAGS",
)

_OLDEST = 19

# Only where a search starts: no release has been left out by it yet.
_NEWEST = 99

# Short name to file name.
_TOOLS = {
    "ar": "llvm-ar",
    "clang": "clang",
    "cov": "llvm-cov",
    "lld": "ld.lld",
    "nm": "llvm-nm",
    "objcopy": "llvm-objcopy",
    "objdump": "llvm-objdump",
    "profdata": "llvm-profdata",
    "readelf": "llvm-readelf",
    "strip": "llvm-strip",
}

_FILECHECK = "FileCheck"

_NO_FILECHECK = """percpu: {file} was not found in PATH, and this target needs it. \
On Debian and Ubuntu: apt-get install llvm-{release}-tools; then bazel shutdown"""

# Debian's name of each cross CPU.
_DEBIAN_CPUS = {
    "aarch64": "arm64",
    "loongarch64": "loong64",
    "riscv64": "riscv64",
}

# Without one of these nothing links.
_CROSS_LIBRARIES = [
    "libc.a",
    "libgcc.a",
    "libstdc++.a",
]

_NO_CROSS = """percpu: clang finds no {library} for Linux on {cpu}, and this target \
is built for that. On Debian and Ubuntu: apt-get install libstdc++-<the newest \
there is>-dev-{debian_cpu}-cross; then bazel shutdown"""

_NOT_FOUND = """percpu: clang {oldest} or later, with lld and the LLVM tools of \
the same release, was not found in PATH{reason}. On Debian and Ubuntu: apt-get \
install clang-{release} lld-{release} llvm-{release}"""

_BUILD = """load("@percpu//toolchains/llvm:cc_toolchain.bzl", "llvm_cc_toolchain")
load("@percpu//toolchains/llvm:missing_tool.bzl", "missing_tool")

package(default_visibility = ["//visibility:public"])

[llvm_cc_toolchain(
    name = name,
    tools = {tools},
    include_directories = directories,
) for name, directories in {include_directories}.items()]
"""

_ALIAS = """
alias(
    name = "{name}",
    actual = "bin/{file}",
)
"""

_MISSING = """
missing_tool(
    name = "{name}",
    message = "{message}",
)
"""

def _find_named(repository_ctx, suffix):
    """Returns the tools with this suffix, and the names of those not found."""
    tools = {}
    absent = []
    for name, file in _TOOLS.items():
        path = repository_ctx.which(file + suffix)
        if path:
            tools[name] = path
        else:
            absent.append(file + suffix)
    return tools, absent

def _release_of(repository_ctx, clang):
    """The release of a clang, or 0 where it does not tell."""
    result = repository_ctx.execute([clang, "-dumpversion"])
    release = result.stdout.split(".")[0].strip()
    return int(release) if result.return_code == 0 and release.isdigit() else 0

def _find_tools(repository_ctx):
    """Returns the newest release with a complete set of tools.

    Returns:
      struct(release, suffix, tools), where tools is a dict from short name to
      path.
    """
    suffix_of = {
        release: "-%d" % release
        for release in range(_OLDEST, _NEWEST + 1)
    }
    plain = repository_ctx.which("clang")
    if plain:
        release = _release_of(repository_ctx, plain)
        if release >= _OLDEST and not repository_ctx.which("clang-%d" % release):
            suffix_of[release] = ""

    newest = _OLDEST
    reason = ""
    for release in sorted(suffix_of.keys(), reverse = True):
        tools, absent = _find_named(repository_ctx, suffix_of[release])
        if not absent:
            return struct(
                release = release,
                suffix = suffix_of[release],
                tools = tools,
            )
        if "clang" in tools and not reason:
            newest = release
            reason = " (absent: %s)" % ", ".join(absent)
    fail(_NOT_FOUND.format(
        oldest = _OLDEST,
        reason = reason,
        release = newest,
    ))

def _normalise(path):
    """Resolves "..", which Bazel compares as text."""
    parts = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ["", "."]:
            parts.append(part)
    return "/" + "/".join(parts)

def _include_directories(repository_ctx, clang, target):
    """Asks the compiler where it looks, with the flags it will have."""
    result = repository_ctx.execute(
        [clang, "-E", "-v", "-xc++", "/dev/null"] + COMMON_COMPILE_FLAGS +
        CXX_FLAGS + FLAGS[target].compile,
        environment = {"LC_ALL": "C"},
    )
    if result.return_code != 0:
        fail("percpu: %s cannot compile for %s: %s" %
             (clang, target, result.stderr))
    listing = result.stderr.split("#include <...> search starts here:\n")[1]
    listing = listing.split("End of search list.")[0]
    directories = [line.strip() for line in listing.strip().split("\n")]

    # The sanitizers' lists of what they leave alone count as headers too.
    resources = repository_ctx.execute([clang, "-print-resource-dir"])
    directories.append(resources.stdout.strip() + "/share")
    return [_normalise(directory) for directory in directories]

def _missing_library(repository_ctx, clang, cpu):
    """Returns the first library that Linux on `cpu` lacks, or None."""
    for library in _CROSS_LIBRARIES:
        # A name that it cannot place comes back as it is.
        result = repository_ctx.execute([
            clang,
            "--target=%s-linux-gnu" % cpu,
            "-print-file-name=" + library,
        ])
        if result.stdout.strip() == library:
            return library
    return None

def _link_tool(repository_ctx, name, path, file):
    """Returns the target of a tool, under its name without the release.

    Some tools are one program that looks at what it is called.
    """
    repository_ctx.symlink(path, "bin/" + file)
    return _ALIAS.format(name = name, file = file)

def _filecheck(repository_ctx, found):
    """Returns the target of the release's FileCheck, or its stand-in."""
    for suffix in [found.suffix, "-%d" % found.release]:
        path = repository_ctx.which(_FILECHECK + suffix)
        if path:
            return _link_tool(repository_ctx, "filecheck", path, _FILECHECK)
    return _MISSING.format(
        name = "filecheck",
        message = _NO_FILECHECK.format(
            file = _FILECHECK + found.suffix,
            release = found.release,
        ),
    )

def _llvm_repository_impl(repository_ctx):
    found = _find_tools(repository_ctx)
    tools = found.tools
    absent = {}
    for cpu in CROSS_CPUS:
        library = _missing_library(repository_ctx, tools["clang"], cpu)
        if library:
            absent[cpu + "_linux"] = _NO_CROSS.format(
                cpu = cpu,
                debian_cpu = _DEBIAN_CPUS[cpu],
                library = library,
            )
    build = _BUILD.format(
        tools = repr({name: str(path) for name, path in tools.items()}),
        include_directories = repr({
            target: _include_directories(repository_ctx, tools["clang"], target)
            for target in FLAGS
            if target not in absent
        }),
    )
    for target, message in absent.items():
        build += _MISSING.format(name = target, message = message)
    for name, path in tools.items():
        build += _link_tool(repository_ctx, name, path, _TOOLS[name])
    build += _filecheck(repository_ctx, found)
    repository_ctx.file("BUILD", build)

llvm_repository = repository_rule(
    implementation = _llvm_repository_impl,
    configure = True,
    doc = "Finds clang, lld and the LLVM tools in PATH.",
    environ = ["PATH"],
    local = True,
)
