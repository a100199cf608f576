// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// See interrupted.h. A register's place in `values` is its number; those of
// zero, sp (x2) and gp (x3) stay as they are.

// Room for all registers by their numbers, for tp and callee-saved ones once
// more, and for `values`.
#define SAVED (32 * 8)
#define VALUES (SAVED + 32 * 8)
#define FRAME (VALUES + 16)

.macro for_each_register macro
        .irp    n, 1, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, \
                20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 10
        \macro  \n
        .endr
.endm
// ra, tp, s0 to s11.
.macro for_each_saved instruction
        .irp    n, 1, 4, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27
        \instruction x\n, SAVED + 8 * \n(sp)
        .endr
.endm
.macro load n
        ld      x\n, 8 * \n(a0)
.endm
.macro store n
        sd      x\n, 8 * \n(sp)
.endm
.macro copy n
        ld      t0, 8 * \n(sp)
        sd      t0, 8 * \n(a0)
.endm

        .text
        .globl  hold_registers, hold_begin, hold_end
hold_registers:
        addi    sp, sp, -FRAME
        for_each_saved sd
        sd      a0, VALUES(sp)
        // The last one is a0.
        for_each_register load
hold_begin:
        // `pause` of Zihintpause (RISC-V Unprivileged Architecture), at which
        // QEMU looks for interrupts.
        .rept   200
        .4byte  0x0100000f
        .endr
hold_end:
        for_each_register store
        ld      a0, VALUES(sp)
        for_each_register copy
        for_each_saved ld
        addi    sp, sp, FRAME
        ret

        .globl  stay, stay_begin, stay_end
stay:
stay_begin:
        j       stay_begin
stay_end:
        ret
