# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The program without its main(), for the program, its tests and its fuzzer."""

load("@rules_cc//cc:cc_library.bzl", "cc_library")
load("//toolchains/qemu:compatible.bzl", "compatible_with_host")

_SANITIZERS = "address,undefined"

# Of clang. What it finds ends the run. The list of code to ignore is none of
# the files that Bazel knows the compiler to read.
FUZZ_COPTS = [
    "-O2",
    "-fno-sanitize-ignorelist",
    "-fno-sanitize-recover=all",
    "-fsanitize=fuzzer-no-link," + _SANITIZERS,
]
FUZZ_LINKOPTS = ["-fsanitize=fuzzer," + _SANITIZERS]

_FILES = [
    "check",
    "command",
    "debug_info",
    "diff",
    "elf_image",
    "html",
    "image_reader",
    "json",
    "layout",
    "options",
    "padding",
    "picture",
    "rows",
    "sharing",
    "symbol_name",
    "table",
    "types",
    "words",
]

def map_library(name, visibility, copts = []):
    """The library.

    Args:
      name: its name.
      visibility: who uses it.
      copts: further flags of the compiler.
    """
    cc_library(
        name = name,
        srcs = [file + ".cc" for file in _FILES],
        hdrs = [file + ".h" for file in _FILES] + ["die.h"],
        # A foreign workspace builds it with its own toolchain, whose default
        # may be older.
        copts = ["-std=c++20"] + copts,
        target_compatible_with = compatible_with_host(),
        visibility = visibility,
        deps = [
            "//tools/text:text_table",
            "@percpu_elfutils//:dw",
        ],
    )
