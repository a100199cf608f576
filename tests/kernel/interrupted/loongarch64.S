// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// See interrupted.h. A register's place in `values` is its number; those of
// $zero, $sp ($r3) and $r21 stay as they are.

// Room for all registers by their numbers, for $tp and callee-saved ones once
// more, and for `values`.
#define SAVED (32 * 8)
#define VALUES (SAVED + 32 * 8)
#define FRAME (VALUES + 16)

.macro for_each_register macro
        .irp    n, 1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, \
                19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 4
        \macro  \n
        .endr
.endm
// $ra, $tp, $fp, $s0 to $s8.
.macro for_each_saved instruction
        .irp    n, 1, 2, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
        \instruction $r\n, $sp, SAVED + 8 * \n
        .endr
.endm
.macro load n
        ld.d    $r\n, $a0, 8 * \n
.endm
.macro store n
        st.d    $r\n, $sp, 8 * \n
.endm
.macro copy n
        ld.d    $t0, $sp, 8 * \n
        st.d    $t0, $a0, 8 * \n
.endm

        .text
        .globl  hold_registers, hold_begin, hold_end
hold_registers:
        addi.d  $sp, $sp, -FRAME
        for_each_saved st.d
        st.d    $a0, $sp, VALUES
        // The last one is $a0.
        for_each_register load
hold_begin:
        // At each QEMU looks for interrupts.
        .rept   200
        ibar    0
        .endr
hold_end:
        for_each_register store
        ld.d    $a0, $sp, VALUES
        for_each_register copy
        for_each_saved ld.d
        addi.d  $sp, $sp, FRAME
        ret

        .globl  stay, stay_begin, stay_end
stay:
stay_begin:
        b       stay_begin
stay_end:
        ret
