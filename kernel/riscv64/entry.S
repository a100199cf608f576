// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// From OpenSBI's entry and from hart_start to C++, in S-mode, with paging and
// interrupts off (RISC-V SBI Specification, "HSM Hart Start Register State").

#include "kernel/stack.h"

        .section .text.entry, "ax"
        .globl _start
_start:
        // The first hart to come boots, whichever it is, and becomes CPU 0. A
        // later one was started: OpenSBI 1.1 marks a hart as starting before
        // it stores the address (lib/sbi/sbi_hsm.c, sbi_hsm_hart_start), so a
        // hart that is quick goes where the boot hart went.
        la      t0, kernel_booted
        li      t1, 1
        amoswap.d.aqrl t1, t1, (t0)
        bnez    t1, kernel_secondary_start
        la      t0, kernel_boot_hart
        sd      a0, 0(t0)

// a0 is the hart. Those below the boot hart move up by one to make room for it.
        .globl kernel_secondary_start
kernel_secondary_start:
        csrw    sie, zero
        la      t0, kernel_boot_hart
        ld      t0, 0(t0)
        sltu    t1, a0, t0
        sub     t2, a0, t0
        add     a0, a0, t1
        bnez    t2, 1f
        li      a0, 0
1:

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
