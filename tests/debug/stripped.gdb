# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
#
# What gdb says of an image that kept the script alone.

info percpu
# CHECK: percpu: the image has no debug information of the percpu library;
print $percpu("plain", 0)
# CHECK: percpu: the image has no debug information of the percpu library;
