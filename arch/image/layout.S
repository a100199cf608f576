// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The linker script's symbols as data. Absolute 64-bit data relocations reach
// them from a kernel that is linked anywhere; instructions might not.

  .section .rodata.percpu_image_layout, "a"
  .balign 8
  .globl percpu_image_layout
  .hidden percpu_image_layout
  .type percpu_image_layout, %object
percpu_image_layout:
  .quad _percpu_start
  .quad _percpu_end
  .quad _percpu_area_size
  .quad _percpu_area_align
  .quad _percpu_saved_template
  .quad _percpu_saved_template_size
  .size percpu_image_layout, . - percpu_image_layout

  .section .note.GNU-stack, "", %progbits
