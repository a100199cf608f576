/* Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0 */

/* The areas. Everything is placed by section addresses: INSERT moves output
   sections, but no assignment to the location counter.

     .percpu.anchor   empty; stands where CPU 0's area begins
     .percpu          the template, linked at address 0 so that a variable's
                      address is its offset, and loaded at the anchor, where it
                      is CPU 0's area
     .percpu.areas    the other CPUs' areas, which the file does not carry, the
                      memory for a copy of the template where reset_to_init()
                      is used, and what the register of each CPU holds

   The parts of an area stand in the order of percpu/internal/part.h; each may
   need what the one before it leaves free of a cache line. Where the hot part is
   too large, moving the location counter back makes the linker say how large it
   is, before the assertion says what to do.

   A script without PHDRS ignores the segments' names. */
%{head}
  .percpu.anchor : ALIGN(MAX(64, ALIGNOF(.percpu))) {
    _percpu_start = .;
  } :%{segment}

  .percpu 0 : AT(LOADADDR(.percpu.anchor)) ALIGN(64) {
    _percpu_load_start = .;
    *(SORT_BY_ALIGNMENT(.percpu.hot.*))
    KEEP(*(.percpu.id.*))
    _percpu_hot_end = .;
    . = _percpu_hot_end > %{hot_limit} ? %{hot_limit} : .;
    *(SORT_BY_ALIGNMENT(.percpu.plain.*))
    . = ALIGN(64);
    *(SORT_BY_ALIGNMENT(.percpu.cacheline.*))
    . = ALIGN(64);
    *(SORT_BY_ALIGNMENT(.percpu.read_mostly.*))
    . = ALIGN(64);
    *(SORT_BY_ALIGNMENT(.percpu.page.*))
    *(.percpu .percpu.*)
    _percpu_load_end = .;
    . = ALIGN(MAX(64, ALIGNOF(.percpu)));
  } :NONE

  .percpu.areas _percpu_start + SIZEOF(.percpu) (NOLOAD) :
      AT(LOADADDR(.percpu.anchor) + SIZEOF(.percpu)) {
    . += SIZEOF(.percpu) * (CPU_NUM - 1);
    _percpu_end = .;
    _percpu_saved_template = .;
    . += _percpu_saved_template_size;
    _percpu_register_table = .;
    . += 8 * CPU_NUM;
    . = ALIGN(64);
  } :%{segment}

  _percpu_area_size = SIZEOF(.percpu);
  _percpu_area_align = ALIGNOF(.percpu);
  _percpu_hot_limit = %{hot_limit};
  /* For a debugger: what stands in the register is so far into the area. */
  _percpu_register_bias = %{register_bias};
  _percpu_saved_template_size =
      DEFINED(percpu_saves_template) ? SIZEOF(.percpu) : 0;

  ASSERT(CPU_NUM >= 1, "percpu: CPU_NUM is not a number of CPUs; set CPU_NUM = <the most CPUs>")
  ASSERT(ADDR(.percpu) == 0, "percpu: .percpu is not linked at address 0; remove what moves it from the kernel's linker script")
  ASSERT(_percpu_start == ADDR(.percpu.anchor) && _percpu_load_start == 0, "percpu: the kernel's linker script sets percpu's symbols; remove its own .percpu part, the dependency on //percpu brings one")
  ASSERT(!DEFINED(percpu_area_cpu_percpu_id) || _percpu_load_end > 0, "percpu: another .percpu section took the variables; remove the kernel's own .percpu part, the dependency on //percpu brings one")
  ASSERT(_percpu_end - _percpu_start == SIZEOF(.percpu) * CPU_NUM, "percpu: the areas are not CPU_NUM times the template; remove what moves them from the kernel's linker script")
  ASSERT(ALIGNOF(.percpu) <= 4096, "percpu: a variable is aligned to more than 4096, and an area is not aligned to more than a page")
  ASSERT(_percpu_start % ALIGNOF(.percpu) == 0, "percpu: the areas are not aligned as the template is; remove what moves them from the kernel's linker script")
  ASSERT(_percpu_hot_end <= %{hot_limit}, "percpu: the hot variables take more than %{hot_limit} bytes; define some with DEF_PERCPU instead of DEF_PERCPU_HOT")
  ASSERT(SIZEOF(percpu_restart) == 0 || DEFINED(percpu_restarts), "percpu: the setting restart is on, and nothing calls percpu::restart_interrupted(); call it from the kernel's trap entry")
  ASSERT(SIZEOF(.percpu) < 0x7ffff000, "percpu: an area of 2 GiB or more is out of reach; allocate large objects elsewhere and keep pointers to them")
%{tail}