// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Filling an area, and what it needs beside its initial values before a CPU
// uses it:
//
//   copy(base, template_address(), template_size());
//   prepare_area(base);

#ifndef PERCPU_ARCH_NAIVE_AREA_H_
#define PERCPU_ARCH_NAIVE_AREA_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// Copies `size` bytes; the two ranges do not overlap. Calls memcpy where the
/// compiler does.
inline void copy(uintptr_t to, uintptr_t from, size_t size) {
  __builtin_memcpy(reinterpret_cast<void*>(to),
                   reinterpret_cast<const void*>(from), size);
}

/// Nothing: a plain global needs none of it.
inline void prepare_area(uintptr_t base) { static_cast<void>(base); }

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_AREA_H_
