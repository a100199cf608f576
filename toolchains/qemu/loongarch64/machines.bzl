# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""QEMU's loongarch64 machine."""

load("//toolchains/qemu:machine.bzl", "machine")

MACHINES = {
    "loongarch64": machine(
        cpu = "loongarch64",
        qemu = "qemu-system-loongarch64",
        package = "qemu-system-misc",
        args = [
            "-M",
            "virt",
            # The machine can only power off with status 0; a failure leaves as
            # a panic.
            "-device",
            "pvpanic-pci",
            "-action",
            "panic=exit-failure",
        ],
        memory = "1G",
        pass_status = 0,
    ),
}
