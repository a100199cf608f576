// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// See trap_entry.h.

// LoongArch Reference Manual volume 1, chapter "Control and Status Registers".
// EENTRY holds 4 KiB aligned addresses.
#define CSR_EENTRY 0xc

// Those that a call may change: $ra, $a0 to $a7, $t0 to $t8 (LoongArch psABI,
// section "Register Convention").
.macro for_each_register instruction
        .irp    n, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, \
                20
        \instruction $r\n, $sp, 8 * \n
        .endr
.endm

        .text
        .balign 4096
.Lentry:
        addi.d  $sp, $sp, -256
        for_each_register st.d
#include "tests/docs/trap_entry/block_loongarch64.inc"
        for_each_register ld.d
        addi.d  $sp, $sp, 256
        ertn

        .globl  install_trap_entry
install_trap_entry:
        la.pcrel $t0, .Lentry
        csrwr   $t0, CSR_EENTRY
        ret
