// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The timer's interrupt: from what it stopped to kernel_interrupt(), and back
// to what that returns. vectors.S comes here with all registers as they were,
// but for the ones that the exception itself sets (Arm ARM,
// AArch64.TakeException()): ELR_ELx, SPSR_ELx and masked interrupts.

#include "kernel/aarch64/registers.h"

// All general registers but sp, each at its number's place in the
// InterruptFrame.
.macro for_each_register instruction
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, \
                16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
        \instruction x\n, [sp, #8 * \n]
        .endr
.endm

        .section .text.interrupt, "ax"
        .globl kernel_interrupt_entry
kernel_interrupt_entry:
        // The InterruptFrame, on the stack of what was interrupted.
        sub     sp, sp, #FRAME_SIZE
        for_each_register str
        mrs     x2, CurrentEL
        tbnz    x2, #CURRENT_EL_IS_EL2_BIT, 1f
        mrs     x0, elr_el1
        mrs     x1, spsr_el1
        b       2f
1:      mrs     x0, elr_el2
        mrs     x1, spsr_el2
2:      str     x0, [sp, #FRAME_ELR]
        str     x1, [sp, #FRAME_SPSR]

        // kernel_interrupt(frame), on this CPU's interrupt stack and between
        // the begin and the end of the interrupt for the controller. A spurious
        // one needs no other treatment: the controller ignores its end (Arm
        // IHI 0048, GICC_EOIR).
        mov     x0, sp
        mrs     x1, tpidrro_el0
        mov     sp, x1
        mov     x20, #GIC_CPU
        ldr     w19, [x20, #GICC_IAR]
        bl      kernel_interrupt
        str     w19, [x20, #GICC_EOIR]

        // Its frame. The one above may be in use by another CPU from here on.
        mov     sp, x0
        ldr     x0, [sp, #FRAME_ELR]
        ldr     x1, [sp, #FRAME_SPSR]
        mrs     x2, CurrentEL
        tbnz    x2, #CURRENT_EL_IS_EL2_BIT, 3f
        msr     elr_el1, x0
        msr     spsr_el1, x1
        b       4f
3:      msr     elr_el2, x0
        msr     spsr_el2, x1
4:      for_each_register ldr
        add     sp, sp, #FRAME_SIZE
        // It clears the exclusive monitor too (Arm ARM,
        // AArch64.ExceptionReturn()).
        eret
