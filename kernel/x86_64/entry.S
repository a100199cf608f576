// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// From QEMU's PVH entry (32-bit protected mode; Xen, "x86/HVM direct boot ABI")
// and from a start-up interrupt (real mode) to C++ in the high half.
// Control registers, descriptors and page tables: Intel SDM volume 3, chapters
// "System Architecture Overview", "Protected-Mode Memory Management", "Paging".

#include "kernel/stack.h"
#include "kernel/x86_64/registers.h"

// The image is linked at its load address plus this; see kernel.ld.
#define KERNEL_OFFSET 0xffffffff80000000
#define LOW(symbol) ((symbol) - KERNEL_OFFSET)

#define CR0_PROTECTED (1 << 0)
#define CR0_EXTENSION_TYPE (1 << 4)
#define CR0_NUMERIC_ERROR (1 << 5)
#define CR0_WRITE_PROTECT (1 << 16)
#define CR0_PAGING (1 << 31)
#define CR0_KERNEL (CR0_PROTECTED | CR0_EXTENSION_TYPE | CR0_NUMERIC_ERROR | \
                    CR0_WRITE_PROTECT | CR0_PAGING)
#define CR4_PAE (1 << 5)
#define MSR_EFER 0xc0000080
#define EFER_LONG_MODE (1 << 8)

#define PAGE_WRITABLE 0x03
#define PAGE_LARGE 0x80
#define PAGE_UNCACHED 0x18

#define CODE32 0x18

// The note by which QEMU finds the 32-bit entry: XEN_ELFNOTE_PHYS32_ENTRY, 18.
        .section .note.pvh, "a", @note
        .balign 4
        .long 4, 4, 18
        .asciz "Xen"
        .long LOW(_start)

        .section .text.entry, "ax"
        .code32
        .globl _start
_start:
        cli
        cld

// Common to all CPUs: paging and long mode, with this image's tables.
enter_long_mode:
        lgdtl   LOW(gdt_pointer)
        movl    $CR4_PAE, %eax
        movl    %eax, %cr4
        movl    $LOW(page_map), %eax
        movl    %eax, %cr3
        movl    $MSR_EFER, %ecx
        rdmsr
        orl     $EFER_LONG_MODE, %eax
        wrmsr
        // All of CR0: INIT leaves caching off on a secondary.
        movl    $CR0_KERNEL, %eax
        movl    %eax, %cr0
        ljmpl   $CODE64, $LOW(enter_high_half)

        .code64
enter_high_half:
        movabsq $.Lhigh, %rax
        jmp     *%rax
.Lhigh:
        // Selectors first: loading %gs clears GS_BASE, which is not ours after.
        movl    $DATA, %eax
        movl    %eax, %ds
        movl    %eax, %es
        movl    %eax, %ss
        xorl    %eax, %eax
        movl    %eax, %fs
        movl    %eax, %gs

        // The logical CPU is the initial APIC id: CPUID leaf 1, EBX[31:24].
        movl    $1, %eax
        cpuid
        shrl    $24, %ebx
        movl    %ebx, %edi

        // That CPU's stack, and the end of backtraces.
        leal    1(%rbx), %eax
        shlq    $KERNEL_STACK_SHIFT, %rax
        leaq    kernel_stacks(%rax), %rsp
        xorl    %ebp, %ebp

        testl   %edi, %edi
        jnz     .Lsecondary
        call    kernel_boot
.Lsecondary:
        call    kernel_secondary

// Copied to TRAMPOLINE_ADDRESS, so it names its own parts by AT().
#define AT(label) (TRAMPOLINE_ADDRESS + ((label) - kernel_trampoline))
        .section .rodata.trampoline, "a"
        .code16
        .globl kernel_trampoline, kernel_trampoline_end
kernel_trampoline:
        cli
        cld
        // Real mode to protected mode.
        xorw    %ax, %ax
        movw    %ax, %ds
        lgdtl   AT(gdt_pointer)
        movl    $CR0_PROTECTED, %eax
        movl    %eax, %cr0
        ljmpl   $CODE32, $AT(.Lprotected)
        .code32
.Lprotected:
        // A flat %ds reaches the rest of the image.
        movw    $DATA, %ax
        movw    %ax, %ds
        movl    $LOW(enter_long_mode), %eax
        jmp     *%eax
        .balign 8
gdt_pointer:
        .word   gdt_end - gdt - 1
        .long   LOW(gdt)
kernel_trampoline_end:

// Flat segments, marked accessed so that no CPU writes them.
        .section .rodata.gdt, "a"
        .balign 8
gdt:
        .quad   0
        .quad   0x00af9b000000ffff  // CODE64
        .quad   0x00cf93000000ffff  // DATA
        .quad   0x00cf9b000000ffff  // CODE32
gdt_end:

// Page tables: 4 GiB at their own addresses, and the first 2 GiB once more at
// KERNEL_OFFSET. The CPU writes "accessed" bits, so this is data.
        .section .data.page_tables, "aw"
        .balign 4096
page_map:
        .quad   LOW(pointers_low) + PAGE_WRITABLE
        .fill   510, 8, 0
        .quad   LOW(pointers_high) + PAGE_WRITABLE
pointers_low:
        .quad   LOW(directories) + PAGE_WRITABLE
        .quad   LOW(directories) + 0x1000 + PAGE_WRITABLE
        .quad   LOW(directories) + 0x2000 + PAGE_WRITABLE
        .quad   LOW(directories) + 0x3000 + PAGE_WRITABLE
        .fill   508, 8, 0
pointers_high:
        .fill   510, 8, 0
        .quad   LOW(directories) + PAGE_WRITABLE
        .quad   LOW(directories) + 0x1000 + PAGE_WRITABLE
// Pages of 2 MiB. The fourth GiB holds devices.
directories:
        .set    page, 0
        .rept   3 * 512
        .quad   page + PAGE_WRITABLE + PAGE_LARGE
        .set    page, page + 0x200000
        .endr
        .rept   512
        .quad   page + PAGE_WRITABLE + PAGE_LARGE + PAGE_UNCACHED
        .set    page, page + 0x200000
        .endr
