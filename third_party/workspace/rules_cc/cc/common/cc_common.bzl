# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Bazel's own cc_common, under the path of today's rules_cc."""

load("//cc:native.bzl", "native_cc_common")

cc_common = native_cc_common
