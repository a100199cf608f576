# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""For a WORKSPACE: Bazel without bzlmod, down to 4.2.3, and without a network.

    local_repository(name = "percpu", path = "...")
    load("@percpu//:deps.bzl", "percpu_deps")
    percpu_deps()

The first line is whatever brings the sources: http_archive, git_repository or
local_repository. With bzlmod, MODULE.bazel does all of this.
"""

load("//platforms:constraints.bzl", "constraints_repository")
load("//third_party:stand_in.bzl", "stand_in")
load(
    "//third_party:system_library.bzl",
    "system_elfutils",
    "system_google_benchmark",
    "system_googletest",
)
load("//toolchains/llvm:repository.bzl", "llvm_repository")
load("//toolchains/spin:repository.bzl", "spin_repository")

_STAND_INS = [
    "remote_coverage_tools",
    "rules_cc",
    "rules_java",
]

# buildifier: disable=unnamed-macro
def percpu_deps():
    """Declares the repositories and toolchains that a kernel's build needs.

    A repository that the WORKSPACE has already is left alone. Nothing is
    downloaded, and nothing looks for a tool before a target needs it.
    """
    for name in _STAND_INS:
        if not native.existing_rule(name):
            stand_in(name = name)
    constraints_repository(name = "percpu_constraints")
    llvm_repository(name = "percpu_llvm")
    system_elfutils(name = "percpu_elfutils")
    native.register_toolchains("@percpu//toolchains/llvm:all")
    if not native.existing_rule("googletest"):
        system_googletest(name = "googletest")

def percpu_dev_deps():
    """Declares what this project's own benchmarks and tests need besides."""
    system_google_benchmark(name = "google_benchmark")
    spin_repository(name = "percpu_spin")
