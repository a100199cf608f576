// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The timer's interrupt: from what it stopped to kernel_interrupt(), and back
// to what that returns. vectors.S comes here with all registers as they were,
// but for the ones that the exception itself sets (LoongArch Reference Manual
// volume 1, PRMD and ERA): where to go back to, and interrupts off.

#include "kernel/loongarch64/registers.h"

// All general registers but $zero, $sp ($r3) and the percpu library's $r21,
// each at its number's place in the InterruptFrame.
.macro for_each_register instruction
        .irp    n, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, \
                19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
        \instruction $r\n, $sp, 8 * \n
        .endr
.endm

        .section .text.interrupt, "ax"
        .globl kernel_interrupt_entry
kernel_interrupt_entry:
        // The InterruptFrame, on the stack of what was interrupted.
        addi.d  $sp, $sp, -FRAME_SIZE
        for_each_register st.d
        csrrd   $t0, CSR_ERA
        csrrd   $t1, CSR_PRMD
        st.d    $t0, $sp, FRAME_ERA
        st.d    $t1, $sp, FRAME_PRMD

        // kernel_interrupt(frame), on this CPU's interrupt stack.
        move    $a0, $sp
        csrrd   $sp, CSR_INTERRUPT_STACK
        bl      kernel_interrupt

        // Its frame. The one above may be in use by another CPU from here on.
        move    $sp, $a0
        ld.d    $t0, $sp, FRAME_ERA
        ld.d    $t1, $sp, FRAME_PRMD
        csrwr   $t0, CSR_ERA
        csrwr   $t1, CSR_PRMD
        for_each_register ld.d
        addi.d  $sp, $sp, FRAME_SIZE
        // It clears the LL/SC flag too (same manual, LLBCTL).
        ertn
