# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The names of C++ actions, which come with Bazel's tools here."""

load(
    "@bazel_tools//tools/build_defs/cc:action_names.bzl",
    _ACTION_NAMES = "ACTION_NAMES",
)

ACTION_NAMES = _ACTION_NAMES
