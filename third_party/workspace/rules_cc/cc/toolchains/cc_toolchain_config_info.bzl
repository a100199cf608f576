# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Bazel's own CcToolchainConfigInfo, under the path of today's rules_cc."""

load("//cc:native.bzl", "NativeCcToolchainConfigInfo")

CcToolchainConfigInfo = NativeCcToolchainConfigInfo
