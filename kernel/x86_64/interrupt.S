// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The timer's interrupt: from what it stopped to kernel_interrupt(), and back
// to what that returns. The CPU itself has aligned the stack, pushed SS, RSP,
// RFLAGS, CS and RIP, and turned interrupts off (Intel SDM volume 3, section
// "64-Bit Mode Stack Frame").

#include "kernel/x86_64/registers.h"

        .section .text.interrupt, "ax"
        .globl kernel_interrupt_entry, kernel_interrupt_spurious
kernel_interrupt_entry:
        // The rest of the InterruptFrame, on the stack of what was interrupted.
        .irp    register, rax, rcx, rdx, rbx, rbp, rsi, rdi, r8, r9, r10, r11, \
                r12, r13, r14, r15
        pushq   %\register
        .endr
        cld

        // This CPU's interrupt stack.
        movq    %rsp, %rdi
        movl    $MSR_INTERRUPT_STACK, %ecx
        rdmsr
        shlq    $32, %rdx
        orq     %rdx, %rax
        movq    %rax, %rsp

        // The controller may send the next one, which waits for iretq (Intel
        // SDM volume 3, section "Signaling Interrupt Servicing Completion").
        movl    $(LOCAL_APIC + APIC_END_OF_INTERRUPT), %eax
        movl    $0, (%rax)

        call    kernel_interrupt

        // Its frame. The one above may be in use by another CPU from here on.
        movq    %rax, %rsp
        .irp    register, r15, r14, r13, r12, r11, r10, r9, r8, rdi, rsi, rbp, \
                rbx, rdx, rcx, rax
        popq    %\register
        .endr
        iretq

// Wants no end of interrupt (same volume, section "Spurious Interrupt").
kernel_interrupt_spurious:
        iretq
