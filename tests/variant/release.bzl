# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What a test is compatible with that is about a release build.

    load("//tests/variant:release.bzl", "RELEASE_BUILD")

    cc_test(
        name = "code_size_test",
        target_compatible_with = ["@platforms//os:linux"] + RELEASE_BUILD,
    )

With -c dbg nothing is optimised, and the library has checks, and a variable of
its own more.
"""

RELEASE_BUILD = select({
    "//percpu/config:compilation_mode_dbg": ["//toolchains/qemu:other_mode"],
    "//conditions:default": [],
})
