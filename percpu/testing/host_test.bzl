# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""A test of a kernel's code on the machine at hand, in each way it can run.

    load("@percpu//percpu/testing:host_test.bzl", "host_test")

    host_test(
        name = "run_queue_test",
        size = "small",
        srcs = ["run_queue_test.cc"],
        deps = [
            ":run_queue",
            "@googletest//:gtest_main",
            "@percpu//percpu/testing",
        ],
    )

    run_queue_test           a cc_test
    run_queue_test_aarch64   the same for aarch64, under QEMU's user mode
    run_queue_test_riscv64
    run_queue_test_asan      the same under each of clang's sanitizers
    run_queue_test_tsan
    run_queue_test_ubsan
"""

load("@rules_cc//cc:cc_test.bzl", "cc_test")
load("//toolchains/llvm:sanitizer_test.bzl", "SANITIZERS", "sanitizer_test")
load("//toolchains/qemu:user.bzl", "qemu_user_test")

# The CPUs that Debian 12 has a cross C library for.
_CPUS = [
    "aarch64",
    "riscv64",
]

def host_test(
        name,
        size = "medium",
        cpus = _CPUS,
        sanitizers = SANITIZERS,
        settings = {},
        tags = [],
        **kwargs):
    """A cc_test, and the same for other CPUs and under sanitizers.

    Args:
      name: the test's name, which the others' begin with.
      size: the size of each.
      cpus: "aarch64", "loongarch64" and "riscv64", or some of them.
      sanitizers: "asan", "tsan" and "ubsan", or some of them.
      settings: build settings of the others, as for qemu_test. The cc_test has
        those of the command line.
      tags: the tags of each.
      **kwargs: what a cc_test has.
    """
    cc_test(
        name = name,
        size = size,
        tags = tags,
        target_compatible_with = ["@platforms//os:linux"],
        **kwargs
    )
    for cpu in cpus:
        qemu_user_test(
            name = name + "_" + cpu,
            size = size,
            cpu = cpu,
            settings = settings,
            tags = tags,
            test = name,
        )
    for sanitizer in sanitizers:
        sanitizer_test(
            name = name + "_" + sanitizer,
            size = size,
            sanitizer = sanitizer,
            settings = settings,
            tags = tags,
            test = name,
        )
