# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""Suites that run in the kernel: one image, booted on each architecture."""

load("@rules_cc//cc:cc_binary.bzl", "cc_binary")
load("//benchmarks:instruction_clock.bzl", "slow_instruction_clock")
load("//tests/variant:release.bzl", "RELEASE_BUILD")
load("//toolchains/qemu:qemu.bzl", "qemu_test")

ARCHITECTURES = [
    "aarch64",
    "loongarch64",
    "riscv64",
    "x86_64",
]

_CPU_NUM = {"//percpu/config:cpu_num": "4"}

# Threads that are preempted.
_THREADS = {
    "//percpu/config:preempt": "true",
    "//percpu:guard": "//tests/kernel/thread_guard",
}

# And value functions that start anew.
_RESTART = dict(_THREADS, **{"//percpu/config:restart": "true"})

# How a suite is built and run. `infix` goes into the tests' names,
# `attributes` are further ones of the tests.
_MODES = {
    "debug": struct(
        cpus = 4,
        infix = "_debug",
        machines = ARCHITECTURES,
        settings = {"//percpu/config:debug_checks": "true"},
    ),
    "debug_preempt": struct(
        cpus = 4,
        infix = "_debug_preempt",
        machines = ARCHITECTURES,
        settings = dict(_THREADS, **{
            "//percpu/config:debug_checks": "true",
        }),
    ),
    "default": struct(
        cpus = 4,
        infix = "",
        machines = ARCHITECTURES + ["aarch64_el2"],
        settings = {},
    ),
    "thread_preempt": struct(
        cpus = 4,
        infix = "_preempt",
        machines = ARCHITECTURES + ["aarch64_el2"],
        settings = _THREADS,
    ),
    "microvm": struct(
        cpus = 4,
        infix = "",
        machines = ["x86_64_microvm"],
        settings = {},
    ),
    "naive": struct(
        cpus = 1,
        infix = "_naive",
        machines = ARCHITECTURES,
        settings = {"//percpu/config:sp_naive": "true"},
    ),
    "preempt": struct(
        cpus = 4,
        infix = "_preempt",
        machines = ARCHITECTURES,
        settings = {
            "//percpu/config:preempt": "true",
            "//percpu:guard": "//tests/kernel/guard",
        },
    ),
    "single_step": struct(
        attributes = {
            "accel": "tcg",
            "deadline_s": 240,
            "qemu_args": slow_instruction_clock(),
            # In a debug build an operation has checks, which are calls.
            "target_compatible_with": RELEASE_BUILD,
            "timeout": "moderate",
        },
        cpus = 4,
        infix = "",
        machines = ARCHITECTURES + ["aarch64_el2"],
        settings = _RESTART,
    ),
}

def _image(name, **kwargs):
    cc_binary(
        name = name,
        testonly = True,
        tags = ["manual"],
        target_compatible_with = ["@platforms//os:none"],
        **kwargs
    )

def _tests(name, kernel, modes, **kwargs):
    for mode in modes:
        for machine in _MODES[mode].machines:
            qemu_test(
                name = name + _MODES[mode].infix + "_" + machine,
                size = "small",
                cpus = _MODES[mode].cpus,
                kernel = kernel,
                machine = machine,
                settings = dict(_CPU_NUM, **_MODES[mode].settings),
                **dict(kwargs, **getattr(_MODES[mode], "attributes", {}))
            )

def kernel_suite(
        name,
        srcs,
        modes,
        main = ":main",
        prepare = True,
        deps = []):
    """A suite, and a test `<name>[_<mode>]_<machine>` for each way to run it.

    Args:
      name: the suite's name.
      srcs: its source files.
      modes: keys of _MODES.
      main: what runs the cases. :thread_main prepares the CPUs itself.
      prepare: whether every CPU has its area before the first case; if not,
        the suite defines prepare() itself (cpus.h).
      deps: what the suite needs beside the library and GoogleTest.
    """
    _image(
        name = name + "_image",
        srcs = srcs,
        deps = deps + [
            ":cpus",
            main,
            "//kernel",
            "//percpu",
            "//tests/gtest",
        ] + ([":prepare"] if prepare else []),
    )
    _tests(name, name + "_image", modes)

def misuse_test(name, panic, modes = ["debug"]):
    """A wrong use that must panic: a test `misuse_<name>[_<mode>]_<machine>`.

    Args:
      name: the function of misuse.cc.
      panic: an expression (ECMAScript) that the panic's message matches.
      modes: keys of _MODES.
    """
    _image(
        name = "misuse_" + name + "_image",
        srcs = ["misuse.cc"],
        local_defines = ["PERCPU_TESTS_MISUSE=" + name],
        deps = [
            ":panic",
            "//kernel",
            "//percpu",
        ],
    )
    _tests(
        "misuse_" + name,
        "misuse_" + name + "_image",
        modes,
        expect_panic = panic,
    )

def torture_tests(name, srcs):
    """An image with the settings preempt and restart, on every machine.

    Args:
      name: what `<name>_<machine>` begins with.
      srcs: the image's sources.
    """
    _image(
        name = name + "_image",
        srcs = srcs,
        deps = [
            ":panic",
            "//kernel",
            "//percpu",
        ],
    )
    for machine in _MODES["default"].machines:
        qemu_test(
            name = name + "_" + machine,
            size = "medium",
            cpus = 4,
            deadline_s = 240,
            expect_output = [
                "^all kinds lost: 0",
                "^control lost: [1-9]",
            ],
            kernel = name + "_image",
            machine = machine,
            settings = dict(_CPU_NUM, **_RESTART),
            # Else an operation does not stand where it is interrupted.
            target_compatible_with = RELEASE_BUILD,
        )
