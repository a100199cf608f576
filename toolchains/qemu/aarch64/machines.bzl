# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""QEMU's aarch64 machines: entered at exception level 1 or 2."""

load("//toolchains/qemu:machine.bzl", "machine")

def _aarch64(model, settings = {}):
    return machine(
        cpu = "aarch64",
        qemu = "qemu-system-aarch64",
        package = "qemu-system-arm",
        args = [
            "-M",
            model,
            # The guest's exit status leaves by semihosting.
            "-semihosting-config",
            "enable=on,target=native",
        ],
        cpu_model = "max",
        memory = "64M",
        pass_status = 0,
        settings = settings,
    )

MACHINES = {
    "aarch64": _aarch64("virt"),
    "aarch64_el2": _aarch64(
        "virt,virtualization=on",
        settings = {"//percpu/config:arm_el2": "true"},
    ),
}
