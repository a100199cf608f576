// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

  .section .text.entry, "ax"
  .globl _start
_start:
  // A stack, and on to C++. gp stays percpu's.
  la sp, boot_stack_end
  call kernel_main
1:
  j 1b

  .section .bss.boot_stack, "aw", %nobits
  .balign 16
  .zero 16384
boot_stack_end:
