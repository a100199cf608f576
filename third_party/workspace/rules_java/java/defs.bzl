# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Bazel's own Java rules: its tools load them whenever a toolchain is sought."""

java_binary = native.java_binary
java_import = native.java_import
java_library = native.java_library
java_proto_library = native.java_proto_library
java_runtime = native.java_runtime
java_test = native.java_test
java_toolchain = native.java_toolchain
