// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The timer's interrupt: from what it stopped to kernel_interrupt(), and back
// to what that returns.

#include "kernel/riscv64/registers.h"

// All general registers but zero, sp and gp, each at its number's place in the
// InterruptFrame.
.macro for_each_register instruction
        .irp    n, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, \
                19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
        \instruction x\n, 8 * \n(sp)
        .endr
.endm

// Where every trap arrives with interrupts on: stvec in direct mode, so four
// bytes aligned. OpenSBI 1.1 passes on some exceptions to what stvec holds, the
// bits of the mode included, so that vectored mode would not do.
        .section .text.interrupt, "ax"
        .globl kernel_interrupt_entry
        .balign 4
kernel_interrupt_entry:
        // The InterruptFrame, on the stack of what was interrupted. The CPU
        // itself has turned interrupts off.
        addi    sp, sp, -FRAME_SIZE
        for_each_register sd
        // Exceptions are reported with the frame pointer as it was. Interrupts
        // have the highest bit (RISC-V Privileged Architecture, scause).
        csrr    t0, scause
        bgez    t0, kernel_vectors
        csrr    t0, sepc
        csrr    t1, sstatus
        sd      t0, FRAME_SEPC(sp)
        sd      t1, FRAME_SSTATUS(sp)

        // kernel_interrupt(frame), on this CPU's interrupt stack.
        mv      a0, sp
        csrr    sp, sscratch
        call    kernel_interrupt

        // Its frame. The one above may be in use by another CPU from here on.
        mv      sp, a0
        ld      t0, FRAME_SEPC(sp)
        ld      t1, FRAME_SSTATUS(sp)
        csrw    sepc, t0
        csrw    sstatus, t1
        for_each_register ld
        addi    sp, sp, FRAME_SIZE
        sret
