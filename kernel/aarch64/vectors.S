// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The vector table (Arm ARM, section "Exception vectors"). It does not save
// registers, as every exception but the timer's interrupt is fatal.

#include "kernel/aarch64/registers.h"

        .section .text.vectors, "ax"
        .globl kernel_vectors
        .balign VECTOR_COUNT * VECTOR_SIZE
kernel_vectors:
        .set    vector, 0
        .rept   VECTOR_COUNT
        .balign VECTOR_SIZE
        .if     vector == IRQ_VECTOR
        b       kernel_interrupt_entry
        .endif
        mov     x0, #vector
        b       .Lfault
        .set    vector, vector + 1
        .endr

// kernel_fault(vector, the frame pointer), on an aligned stack.
.Lfault:
        mov     x1, x29
        mov     x2, sp
        and     sp, x2, #~15
        bl      kernel_fault
