# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Finds the C++ toolchain of a rule: use_cc_toolchain(), find_cc_toolchain()."""

CC_TOOLCHAIN_TYPE = "@bazel_tools//tools/cpp:toolchain_type"

def use_cc_toolchain(mandatory = True):  # buildifier: disable=unused-variable
    """Returns what a rule's `toolchains` needs for find_cc_toolchain().

    Args:
      mandatory: accepted, for it is in the interface; a toolchain is mandatory.
    """
    return [CC_TOOLCHAIN_TYPE]

def find_cc_toolchain(ctx, mandatory = True):  # buildifier: disable=unused-variable
    """Returns the CcToolchainInfo of a rule that has use_cc_toolchain().

    Args:
      ctx: the rule's context.
      mandatory: accepted, for it is in the interface.
    """
    return ctx.toolchains[CC_TOOLCHAIN_TYPE]

find_cpp_toolchain = find_cc_toolchain
