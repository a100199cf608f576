// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Filling an area, and what it needs beside its initial values before a CPU
// uses it:
//
//   copy(base, template_address(), template_size());
//   prepare_area(base);

#ifndef PERCPU_ARCH_GS_AREA_H_
#define PERCPU_ARCH_GS_AREA_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu_arch/access.h"
#include "percpu_arch/register.h"

namespace percpu::arch {

/// Copies `size` bytes; the two ranges do not overlap. Calls nothing: the
/// processor's own copy loop, the fastest that needs no vector register (Intel
/// Optimization Reference Manual, section "Enhanced REP MOVSB and STOSB").
inline void copy(uintptr_t to, uintptr_t from, size_t size) {
  asm volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
}

/// Tells the area at `base` what GS_BASE holds on its CPU.
inline void prepare_area(uintptr_t base) {
  const uintptr_t register_value = register_of(base);
  *reinterpret_cast<uintptr_t*>(address_in<&percpu_gs_base, Placement::kHot>(
      register_value)) = register_value;
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_GS_AREA_H_
