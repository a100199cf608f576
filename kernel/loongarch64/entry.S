// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// From QEMU's entry, or from its boot ROM, to C++ in the high half. It arrives
// in direct-address mode, where the high bits of an address do not count
// (LoongArch Reference Manual volume 1, section "Direct address translation
// mode"). Every CPU comes this way; see secondary.cc.

#include "kernel/loongarch64/registers.h"
#include "kernel/stack.h"

        .section .text.entry, "ax"
        .globl _start
_start:
        // The windows onto physical memory.
        li.d    $t0, DMW_UNCACHED
        csrwr   $t0, CSR_DMW0
        li.d    $t0, DMW_CACHED
        csrwr   $t0, CSR_DMW1

        // To the high alias first, then to paging: the next fetch is mapped.
        la.abs  $t0, .Lhigh
        jr      $t0
.Lhigh:
        li.w    $t0, CRMD_PAGING
        csrwr   $t0, CSR_CRMD

        // The logical CPU is the core id.
        csrrd   $a0, CSR_CPUID
        andi    $a0, $a0, CPUID_CORE_MASK
        beqz    $a0, .Lenter

        // A secondary sleeps until it is wanted; one without a stack, for ever.
        li.w    $t0, KERNEL_MAX_CPUS
        bltu    $a0, $t0, 2f
1:      idle    0
        b       1b

        // An interrupt of secondary.cc wakes it. It is not taken: interrupts
        // are off.
2:      li.w    $t0, IOCSR_IPI_ENABLE
        li.w    $t1, -1
        iocsrwr.w $t1, $t0
        li.w    $t1, ECFG_IPI
        csrwr   $t1, CSR_ECFG
        la.pcrel $t0, kernel_release
        slli.d  $t1, $a0, 2
        add.d   $t0, $t0, $t1
        b       4f
3:      idle    0
4:      ld.w    $t1, $t0, 0
        beqz    $t1, 3b
        dbar    0

.Lenter:
        // That CPU's stack.
        la.pcrel $t0, kernel_stacks
        addi.d  $t1, $a0, 1
        slli.d  $t1, $t1, KERNEL_STACK_SHIFT
        add.d   $sp, $t0, $t1

        // The end of backtraces. $r21 stays: it is the percpu library's.
        move    $fp, $zero
        move    $ra, $zero

        bnez    $a0, 5f
        bl      kernel_boot
5:      bl      kernel_secondary
