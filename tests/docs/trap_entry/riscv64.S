// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// See trap_entry.h.

// Those that a call may change: ra, t0 to t6, a0 to a7 (RISC-V psABI, section
// "Integer Register Convention").
.macro for_each_register instruction
        .irp    n, 1, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 28, 29, 30, 31
        \instruction x\n, 8 * \n(sp)
        .endr
.endm

        .text
        .balign 4
.Lentry:
        addi    sp, sp, -256
        for_each_register sd
#include "tests/docs/trap_entry/block_riscv64.inc"
        for_each_register ld
        addi    sp, sp, 256
        sret

        .globl  install_trap_entry
install_trap_entry:
        la      t0, .Lentry
        csrw    stvec, t0
        ret
