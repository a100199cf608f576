// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// PVH boot (Xen, "x86/HVM direct boot ABI"): 32-bit protected mode, paging off.

  .section .note.pvh, "a", @note
  .balign 4
  // Name size, descriptor size, XEN_ELFNOTE_PHYS32_ENTRY.
  .long 4, 4, 18
  .asciz "Xen"
  .long _start

  .section .text.entry, "ax"
  .code32
  .globl _start
_start:
  // Identity-map the first GiB in 2 MiB pages: present, writable, large.
  movl $page_directory, %edi
  movl $0x83, %eax
1:
  movl %eax, (%edi)
  addl $8, %edi
  addl $0x200000, %eax
  cmpl $0x40000083, %eax
  jne 1b
  movl $page_directory + 3, page_directory_pointers
  movl $page_directory_pointers + 3, page_map
  movl $page_map, %eax
  movl %eax, %cr3
  // Long mode: CR4.PAE, EFER.LME, CR0.PG (Intel SDM volume 3, section 10.8.5).
  movl %cr4, %eax
  orl $0x20, %eax
  movl %eax, %cr4
  movl $0xc0000080, %ecx
  rdmsr
  orl $0x100, %eax
  wrmsr
  movl %cr0, %eax
  orl $0x80000000, %eax
  movl %eax, %cr0
  lgdt gdt_pointer
  ljmpl $8, $long_mode
  .code64
long_mode:
  // Flat data segments, a stack, and on to C++. GS_BASE stays percpu's.
  xorl %eax, %eax
  movl %eax, %ds
  movl %eax, %es
  movl %eax, %ss
  movq $boot_stack_end, %rsp
  callq kernel_main
1:
  hlt
  jmp 1b

  .section .rodata.gdt, "a"
  .balign 8
gdt:
  .quad 0
  // 64-bit code: present, executable, long.
  .quad 0x00209a0000000000
gdt_pointer:
  .word . - gdt - 1
  .long gdt

  .section .bss.boot, "aw", @nobits
  .balign 4096
page_map:
  .zero 4096
page_directory_pointers:
  .zero 4096
page_directory:
  .zero 4096
  .balign 16
  .zero 16384
boot_stack_end:
