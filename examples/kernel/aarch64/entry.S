// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

  .section .text.entry, "ax"
  .globl _start
_start:
  // A stack, and on to C++.
  adrp x0, boot_stack_end
  add x0, x0, :lo12:boot_stack_end
  mov sp, x0
  bl kernel_main
1:
  b 1b

  .section .bss.boot_stack, "aw", %nobits
  .balign 16
  .zero 16384
boot_stack_end:
