# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""QEMU's riscv64 machine, with the OpenSBI that QEMU brings."""

load("//toolchains/qemu:machine.bzl", "machine")

MACHINES = {
    "riscv64": machine(
        cpu = "riscv64",
        qemu = "qemu-system-riscv64",
        package = "qemu-system-misc (qemu-system-riscv in newer releases)",
        args = [
            "-M",
            "virt",
        ],
        memory = "64M",
        pass_status = 0,
    ),
}
