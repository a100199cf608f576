# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""For MODULE.bazel: the repositories that describe the machine at hand."""

load("//platforms:constraints.bzl", "constraints_repository")
load("//third_party:system_library.bzl", "system_elfutils")
load("//toolchains/llvm:repository.bzl", "llvm_repository")
load("//toolchains/spin:repository.bzl", "spin_repository")

def _system_impl(_module_ctx):
    constraints_repository(name = "percpu_constraints")
    llvm_repository(name = "percpu_llvm")
    system_elfutils(name = "percpu_elfutils")

system = module_extension(
    implementation = _system_impl,
    doc = "@percpu_constraints, @percpu_elfutils and @percpu_llvm.",
)

def _system_dev_impl(_module_ctx):
    spin_repository(name = "percpu_spin")

system_dev = module_extension(
    implementation = _system_dev_impl,
    doc = "@percpu_spin, for this project's own tests.",
)
