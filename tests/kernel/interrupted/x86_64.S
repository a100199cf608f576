// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// See interrupted.h. Numbers are places in `values`.

// RFLAGS: carry, parity, auxiliary carry, zero, sign, direction and overflow;
// and interrupts on (Intel SDM volume 1, figure "EFLAGS Register").
#define HELD_FLAGS 0xcd5
#define INTERRUPTS_ON 0x200
#define FLAGS_PLACE 15
#define FRAME (16 * 8)

.macro for_each_register macro
        .set    place, 0
        .irp    register, rax, rcx, rdx, rbx, rbp, rsi, r8, r9, r10, r11, r12, \
                r13, r14, r15, rdi
        \macro  \register
        .set    place, place + 1
        .endr
.endm
.macro load register
        movq    place * 8(%rdi), %\register
.endm
.macro store register
        movq    %\register, place * 8(%rsp)
.endm
.macro copy register
        movq    place * 8(%rsp), %rax
        movq    %rax, place * 8(%rdi)
.endm

        .text
        .globl  hold_registers, hold_begin, hold_end
hold_registers:
        .irp    register, rbx, rbp, r12, r13, r14, r15, rdi
        pushq   %\register
        .endr
        subq    $FRAME, %rsp
        movq    FLAGS_PLACE * 8(%rdi), %rax
        andq    $HELD_FLAGS, %rax
        orq     $INTERRUPTS_ON, %rax
        pushq   %rax
        popfq
        // The last one is rdi.
        for_each_register load
hold_begin:
        // At each QEMU looks for interrupts.
        .rept   200
        pause
        .endr
hold_end:
        for_each_register store
        pushfq
        popq    %rdx
        cld
        movq    FRAME(%rsp), %rdi
        for_each_register copy
        andq    $HELD_FLAGS, %rdx
        andq    $~HELD_FLAGS, FLAGS_PLACE * 8(%rdi)
        orq     %rdx, FLAGS_PLACE * 8(%rdi)
        addq    $FRAME, %rsp
        .irp    register, rdi, r15, r14, r13, r12, rbp, rbx
        popq    %\register
        .endr
        ret

        .globl  stay, stay_begin, stay_end
stay:
stay_begin:
        jmp     stay_begin
stay_end:
        ret
