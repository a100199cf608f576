// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// From QEMU's entry and from PSCI's CPU_ON to C++, at the exception level it is
// entered at: EL1, or EL2 with virtualization=on. Both come with the MMU off
// and all interrupts masked (Arm DEN 0022, "Initial core configuration").

#include "kernel/stack.h"

        .section .text.entry, "ax"
        .globl _start
_start:
        mov     x0, #0

// x0 is the logical CPU: CPU_ON passes it as its context.
        .globl kernel_secondary_start
kernel_secondary_start:
        // This level's own stack pointer (Arm ARM, SPSel), masked interrupts.
        msr     SPSel, #1
        msr     DAIFSet, #0xf

        // That CPU's stack.
        adrp    x1, kernel_stacks
        add     x1, x1, :lo12:kernel_stacks
        add     x2, x0, #1
        add     x1, x1, x2, lsl #KERNEL_STACK_SHIFT
        mov     sp, x1

        // The end of backtraces.
        mov     x29, #0
        mov     x30, #0

        cbnz    x0, 1f
        bl      kernel_boot
1:      bl      kernel_secondary
