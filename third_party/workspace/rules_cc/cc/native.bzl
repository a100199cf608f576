# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What Bazel defines globally, under names that other files can export again.

A file cannot define a name and read the global of the same name.
"""

NativeCcInfo = CcInfo  # buildifier: disable=native-cc-info
NativeCcToolchainConfigInfo = CcToolchainConfigInfo
native_cc_common = cc_common  # buildifier: disable=native-cc-common
