// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// See trap_entry.h. A vector table of which each entry is the same (Arm ARM,
// section "Exception vectors").

// With `arm_el2` the document says to use that level's register.
#ifdef PERCPU_ARM_EL2
#define elr_el1 elr_el2
#define vbar_el1 vbar_el2
#endif

// Those that a call may change (AAPCS64, section "General-purpose registers").
.macro for_each_register instruction
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, \
                17, 18, 30
        \instruction x\n, [sp, #8 * \n]
        .endr
.endm

        .text
        .balign 2048
.Lvectors:
        .rept   16
        .balign 128
        b       .Lentry
        .endr

.Lentry:
        sub     sp, sp, #256
        for_each_register str
#include "tests/docs/trap_entry/block_aarch64.inc"
        for_each_register ldr
        add     sp, sp, #256
        eret

        .globl  install_trap_entry
install_trap_entry:
        adr     x0, .Lvectors
        msr     vbar_el1, x0
        isb
        ret
