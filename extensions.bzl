# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""For MODULE.bazel: the repositories that describe the machine at hand."""

load("//platforms:constraints.bzl", "constraints_repository")
load("//third_party:system_library.bzl", "system_elfutils")
load("//toolchains/llvm:repository.bzl", "llvm_repository")
load("//toolchains/spin:repository.bzl", "spin_repository")

def _system_impl(_module_ctx):
    constraints_repository(name = "percpu_constraints")
    llvm_repository(name = "percpu_llvm")
    spin_repository(name = "percpu_spin")
    system_elfutils(name = "percpu_elfutils")

system = module_extension(
    implementation = _system_impl,
    doc = "@percpu_constraints, @percpu_elfutils, @percpu_llvm, @percpu_spin.",
)
