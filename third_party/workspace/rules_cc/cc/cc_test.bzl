# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The cc_test of Bazel itself, under the path of today's rules_cc."""

cc_test = native.cc_test
