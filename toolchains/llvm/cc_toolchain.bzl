# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""A cc_toolchain of the repository that repository.bzl writes."""

load("@rules_cc//cc/toolchains:cc_toolchain.bzl", "cc_toolchain")
load(":cc_toolchain_config.bzl", "cc_toolchain_config")

def llvm_cc_toolchain(name, tools, include_directories):
    """Declares the cc_toolchain of one target.

    Args:
      name: the target, a key of FLAGS.
      tools: dict from a tool's short name to its absolute path.
      include_directories: absolute paths where the compiler looks for headers
        by itself.
    """
    cc_toolchain_config(
        name = name + "_config",
        include_directories = include_directories,
        target = name,
        tools = tools,
    )

    # The tools are absolute paths outside the workspace: no inputs to declare.
    native.filegroup(name = name + "_no_files")
    cc_toolchain(
        name = name,
        all_files = name + "_no_files",
        ar_files = name + "_no_files",
        as_files = name + "_no_files",
        compiler_files = name + "_no_files",
        dwp_files = name + "_no_files",
        linker_files = name + "_no_files",
        objcopy_files = name + "_no_files",
        strip_files = name + "_no_files",
        toolchain_config = name + "_config",
        visibility = ["//visibility:public"],
    )
