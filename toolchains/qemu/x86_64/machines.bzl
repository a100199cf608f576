# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""QEMU's x86_64 machines."""

load("//toolchains/qemu:machine.bzl", "machine")

# The debug exit device ends QEMU with 2v + 1 for a written v. The kernel writes
# 0x10 to pass, since QEMU's own errors give 1.
_PASS_STATUS = 33

def _x86_64(model):
    return machine(
        cpu = "x86_64",
        qemu = "qemu-system-x86_64",
        package = "qemu-system-x86",
        args = [
            "-M",
            model,
            "-device",
            "isa-debug-exit,iobase=0xf4,iosize=4",
        ],
        cpu_model = "max",
        memory = "64M",
        pass_status = _PASS_STATUS,
    )

MACHINES = {
    "x86_64": _x86_64("q35"),
    "x86_64_microvm": _x86_64("microvm"),
}
