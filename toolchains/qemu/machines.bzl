# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""All machines. A new architecture adds its folder here."""

load("//toolchains/qemu/aarch64:machines.bzl", _aarch64 = "MACHINES")
load("//toolchains/qemu/loongarch64:machines.bzl", _loongarch64 = "MACHINES")
load("//toolchains/qemu/riscv64:machines.bzl", _riscv64 = "MACHINES")
load("//toolchains/qemu/x86_64:machines.bzl", _x86_64 = "MACHINES")

def _merge(folders):
    machines = {}
    for folder in folders:
        machines.update(folder)
    return machines

MACHINES = _merge([
    _aarch64,
    _loongarch64,
    _riscv64,
    _x86_64,
])
