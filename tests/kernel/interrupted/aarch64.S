// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// See interrupted.h. A register's place in `values` is its number.

// N, Z, C and V (Arm ARM, NZCV), at the place that sp would have.
#define FLAGS_PLACE 31
#define FLAGS_LOW 28
#define FLAGS_WIDTH 4

// Room for all registers by their numbers, for callee-saved ones once more, and
// for `values`.
#define SAVED (32 * 8)
#define VALUES (SAVED + 32 * 8)
#define FRAME (VALUES + 16)

.macro for_each_register macro
        .irp    n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, \
                18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 0
        \macro  \n
        .endr
.endm
.macro for_each_saved instruction
        .irp    n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
        \instruction x\n, [sp, #SAVED + 8 * \n]
        .endr
.endm
.macro load n
        ldr     x\n, [x0, #8 * \n]
.endm
.macro store n
        str     x\n, [sp, #8 * \n]
.endm
.macro copy n
        ldr     x1, [sp, #8 * \n]
        str     x1, [x0, #8 * \n]
.endm

        .text
        .globl  hold_registers, hold_begin, hold_end
hold_registers:
        sub     sp, sp, #FRAME
        for_each_saved str
        str     x0, [sp, #VALUES]
        ldr     x1, [x0, #8 * FLAGS_PLACE]
        msr     nzcv, x1
        // The last one is x0.
        for_each_register load
hold_begin:
        // At each QEMU looks for interrupts.
        .rept   200
        isb
        .endr
hold_end:
        for_each_register store
        ldr     x0, [sp, #VALUES]
        for_each_register copy
        mrs     x1, nzcv
        lsr     x1, x1, #FLAGS_LOW
        ldr     x2, [x0, #8 * FLAGS_PLACE]
        bfi     x2, x1, #FLAGS_LOW, #FLAGS_WIDTH
        str     x2, [x0, #8 * FLAGS_PLACE]
        for_each_saved ldr
        add     sp, sp, #FRAME
        ret

        .globl  stay, stay_begin, stay_end
stay:
stay_begin:
        b       stay_begin
stay_end:
        ret
