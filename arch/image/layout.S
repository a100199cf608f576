// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What every image has beside the code.

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

// percpu_gdb.py, which gdb runs when it reads the image. An entry is its kind,
// SECTION_SCRIPT_ID_PYTHON_TEXT, a line with a name, and the text (Debugging
// with GDB, section "The .debug_gdb_scripts section"). It takes no memory.
  .section .debug_gdb_scripts, "MS", @progbits, 1
  .byte 4
  .ascii "percpu_gdb.py\n"
#include "arch/image/percpu_gdb.inc"
  .byte 0

  .section .note.GNU-stack, "", %progbits
