// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What an area needs beside its initial values before a CPU uses it.
//
//   prepare_area(base);

#ifndef PERCPU_ARCH_GS_AREA_H_
#define PERCPU_ARCH_GS_AREA_H_

#include <stdint.h>

#include "percpu_arch/access.h"
#include "percpu_arch/layout.h"

namespace percpu::arch {

/// Tells the area at `base` its own displacement, which current_address()
/// adds to a symbol's VMA.
inline void prepare_area(uintptr_t base) {
  const uintptr_t displacement = base - template_vma();
  *reinterpret_cast<uintptr_t*>(
      displacement + symbol_vma<&percpu_displacement>()) = displacement;
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_GS_AREA_H_
