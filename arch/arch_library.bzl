# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""The rule of every folder of arch/."""

load("@rules_cc//cc:cc_library.bzl", "cc_library")

def arch_library(name, hdrs, **kwargs):
    """A cc_library whose headers are included as `percpu_arch/<header>`.

    The backends give the same names to the same parts of the contract, so that
    //percpu includes them without knowing which one was selected. `<name>_files`
    are the files themselves, for a test to read.

    Args:
      name: the target's name.
      hdrs: headers of this package.
      **kwargs: passed on to cc_library.
    """
    cc_library(
        name = name,
        hdrs = hdrs,
        features = ["percpu_warnings"],
        include_prefix = "percpu_arch",
        strip_include_prefix = ".",
        visibility = kwargs.pop("visibility", ["//arch:__subpackages__"]),
        **kwargs
    )
    native.filegroup(
        name = name + "_files",
        srcs = hdrs + kwargs.get("srcs", []),
        visibility = ["//tests/docs:__pkg__"],
    )
