// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where every trap arrives: stvec in direct mode, so four bytes aligned (RISC-V
// Privileged Architecture, stvec). It does not save registers, as every
// exception is fatal.

        .section .text.vectors, "ax"
        .globl kernel_vectors
        .balign 4
kernel_vectors:
        // kernel_fault(the frame pointer), on an aligned stack.
        mv      a0, fp
        andi    sp, sp, -16
        call    kernel_fault
