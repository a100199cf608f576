// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where exceptions arrive (LoongArch Reference Manual volume 1, EENTRY and
// TLBRENTRY; both hold 4 KiB aligned addresses). It does not save registers, as
// every exception but the timer's interrupt is fatal.

#include "kernel/loongarch64/registers.h"

        .section .text.vectors, "ax"
        .globl kernel_vectors
        .balign 4096
kernel_vectors:
        csrwr   $t0, CSR_ENTRY_SCRATCH
        csrrd   $t0, CSR_ESTAT
        bstrpick.d $t0, $t0, ESTAT_ECODE_HIGH, ESTAT_ECODE_LOW
        bnez    $t0, .Lfault
        csrrd   $t0, CSR_ENTRY_SCRATCH
        b       kernel_interrupt_entry

.Lfault:
        // kernel_fault(the frame pointer), on an aligned stack.
        move    $a0, $fp
        bstrins.d $sp, $zero, 3, 0
        bl      kernel_fault

// An address that nothing maps. The CPU arrives in direct-address mode, at the
// physical address, and has to come back as entry.S does.
        .globl kernel_refill_vector
        .balign 4096
kernel_refill_vector:
        la.abs  $t0, 1f
        jr      $t0
1:      li.w    $t0, CRMD_PAGING
        csrwr   $t0, CSR_CRMD
        b       .Lfault
