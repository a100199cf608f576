# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
#
# What gdb says in tests/debug/kernel.cc, from its first instruction to its end.

# Before init(). x86_64 has no page tables that early.
print $percpu("plain", 0)
# CHECK: percpu: {{no CPU has an area yet|the selected CPU does not map}}
continue
# CHECK: hit Temporary breakpoint 1, kernel_main
info percpu
# CHECK: No CPU has an area yet: percpu::init() has not returned.
# CHECK: Offset Size Part Variable
# CHECK-DAG: 4 hot sample::hot
# CHECK-DAG: 4 id percpu_area_cpu
# CHECK-DAG: 8 plain sample::plain
# CHECK-DAG: 16 plain sample::pair
# CHECK-DAG: 6 plain sample::row
# CHECK-DAG: 2 plain sample::Scheduler::switches
# CHECK-DAG: 4 plain (anonymous namespace)::hidden
# CHECK-DAG: 4 plain (anonymous namespace)::hidden
# CHECK-DAG: 1 cacheline sample::mood
# CHECK-DAG: 8 read_mostly sample::stack
# CHECK: 0x1000 4096 page sample::page
# CHECK-NOT: dropped
print $percpu("plain", 0)
# CHECK: percpu: no CPU has an area yet; percpu::init() has not returned

# Areas, and no register that leads to one.
tbreak areas_are_ready
continue
print $percpu("plain", 3)
# CHECK: $1 = 1
print $percpu("row", 3)
# CHECK: $2 = {1, 2, 3}
print $percpu("plain")
# CHECK: percpu: ${{.*}} does not lead to the selected CPU's area;
info percpu
# CHECK: CPU Area Thread
# CHECK-NEXT: {{^}} 0 0x{{[0-9a-f]+}}

# Every CPU has written.
tbreak all_is_written
continue
info percpu
# CHECK: CPU Area Thread
# CHECK-NEXT: {{^}}* 0 0x{{[0-9a-f]+}}000 [[BOOT:[1-4]]]
# CHECK-NEXT: 1 0x{{[0-9a-f]+}}000 {{[1-4]}}
# CHECK-NEXT: 2 0x{{[0-9a-f]+}}000 {{[1-4]}}
# CHECK-NEXT: 3 0x{{[0-9a-f]+}}000 {{[1-4]}}

# Another CPU's.
print $percpu("sample::plain", 2)
# CHECK: $3 = 102
print $percpu("hot", 1)
# CHECK: $4 = 201
print $percpu("mood", 3)
# CHECK: $5 = sample::Mood::kBusy
print $percpu("page", 3).words[511]
# CHECK: $6 = 303
print $percpu("pair", 2).left + $percpu("pair", 3).right->left
# CHECK: $7 = 5
print $percpu("row", 2)[1]
# CHECK: $8 = 402
print $percpu("sample::Scheduler::switches", 3)
# CHECK: $9 = 503
print $percpu("Scheduler::switches", 2)
# CHECK: $10 = 502
print $percpu("pair", 0)
# CHECK: $11 = {left = 0, right = 0x{{.*}}}
whatis $
# CHECK: type = sample::Pair
print (char *) &$percpu("hot", 2) - (char *) &$percpu("hot", 1) == (long) &_percpu_area_size
# CHECK: $12 = true
info percpu row
# CHECK: sample::row: unsigned short [3], plain, at offset 0x{{[0-9a-f]+}}
# CHECK-NEXT: {{^}}* 0 {1, 400, 3}
# CHECK-NEXT: {{^}} 1 {1, 401, 3}
# CHECK-NEXT: {{^}} 2 {1, 402, 3}
# CHECK-NEXT: {{^}} 3 {1, 403, 3}

# Of one name in two files, the selected frame's file has its own.
print $percpu("hidden", 1)
# CHECK: $13 = 601
print $percpu("other.cc:hidden", 1)
# CHECK: $14 = 701
print $percpu("tests/debug/kernel.cc:hidden", 2)
# CHECK: $15 = 602
info percpu hidden
# CHECK: (anonymous namespace)::hidden: unsigned int, plain
# CHECK-NEXT: 600
up-silently 100
print $percpu("hidden", 1)
# CHECK: percpu: hidden may be {{.*}}kernel.cc:hidden or {{.*}}other.cc:hidden

# Each thread's own: all four are there, and each has its CPU's stack.
thread apply all -q print $percpu("plain")
# CHECK-DAG: = 100
# CHECK-DAG: = 101
# CHECK-DAG: = 102
# CHECK-DAG: = 103
thread apply all -q print (long) ($percpu("stack") - (unsigned long) $sp) / 4096 == 0
# CHECK-COUNT-4: = true
# CHECK-NOT: = false

# It is a place: writing goes to the guest.
set variable $percpu("plain", 1) = 42

# Mistakes.
print $percpu("plain", 4)
# CHECK: percpu: CPU 4 has no area; there are 4
print $percpu("plain", -1)
# CHECK: percpu: CPU -1 has no area; there are 4
print $percpu("nothing")
# CHECK: percpu: there is no per-CPU variable nothing; info percpu lists them
print $percpu("", 0)
# CHECK: percpu: there is no per-CPU variable ;
print $percpu("nofile.cc:plain", 0)
# CHECK: percpu: there is no per-CPU variable plain;
print $percpu("dropped", 0)
# CHECK: percpu: there is no per-CPU variable dropped;
info percpu nothing
# CHECK: percpu: there is no per-CPU variable nothing;

# The end.
continue
# CHECK: plain of CPU 1 is 42
