# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
#
# What a gdb says that does not know the image's architecture.

info percpu
# CHECK: percpu: gdb takes the machine for i386, which the image is not;
print $percpu("plain", 0)
# CHECK: percpu: gdb takes the machine for i386, which the image is not;
