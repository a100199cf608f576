# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
#
# In user mode the kernel's GS_BASE is in KERNEL_GS_BASE.

continue
tbreak all_is_written
continue
set variable $k_gs_base = $gs_base
set variable $gs_base = 0x1234
print $percpu("plain")
# CHECK: $1 = 100
set variable $k_gs_base = 0x1234
print $percpu("plain")
# CHECK: percpu: $gs_base or $k_gs_base does not lead to the selected CPU's area;
print $percpu("plain", 1)
# CHECK: $2 = 101
