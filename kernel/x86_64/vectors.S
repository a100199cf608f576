// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// One stub for each exception (Intel SDM volume 3, chapter "Interrupt and
// Exception Handling"). None saves registers, as every exception is fatal.

#include "kernel/x86_64/registers.h"

// Where the CPU pushes an error code: 8, 10 to 14, 17, 21, 29, 30.
#define HAS_ERROR_CODE 0x60227d00

        .section .text.vectors, "ax"
        .globl kernel_vectors
        .balign VECTOR_SIZE
kernel_vectors:
        .set    vector, 0
        .rept   VECTOR_COUNT
        .balign VECTOR_SIZE
        .if     ((HAS_ERROR_CODE >> vector) & 1) == 0
        pushq   $0
        .endif
        pushq   $vector
        jmp     .Lfault
        .set    vector, vector + 1
        .endr

// kernel_fault(what lies on the stack, the frame pointer), on an aligned stack.
.Lfault:
        cld
        movq    %rsp, %rdi
        movq    %rbp, %rsi
        andq    $-16, %rsp
        call    kernel_fault
