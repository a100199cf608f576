// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// From OpenSBI's entry and from hart_start to C++, in S-mode, with paging and
// interrupts off (RISC-V SBI Specification, "HSM Hart Start Register State").

#include "kernel/stack.h"

        .section .text.entry, "ax"
        .globl _start
_start:
        // a0 is the hart that boots, whichever it is. It becomes CPU 0.
        la      t0, kernel_boot_hart
        sd      a0, 0(t0)
        li      a1, 0

// a1 is the logical CPU: hart_start passes it as its opaque value.
        .globl kernel_secondary_start
kernel_secondary_start:
        csrw    sie, zero
        mv      a0, a1

        // That CPU's stack.
        la      t0, kernel_stacks
        addi    t1, a0, 1
        slli    t1, t1, KERNEL_STACK_SHIFT
        add     sp, t0, t1

        // The end of backtraces. gp stays: it is the percpu library's.
        li      fp, 0
        li      ra, 0

        bnez    a0, 1f
        call    kernel_boot
1:      call    kernel_secondary
