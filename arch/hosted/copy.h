// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How init() fills an area:
//
//   copy(base, template_address(), template_size());

#ifndef PERCPU_ARCH_HOSTED_COPY_H_
#define PERCPU_ARCH_HOSTED_COPY_H_

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "percpu_arch/red_zones.h"

namespace percpu::arch {

/// Copies `size` bytes; the two ranges do not overlap. A process has a C
/// library.
inline void copy(uintptr_t to, uintptr_t from, size_t size) {
  open_red_zones(to, size);
  memcpy(reinterpret_cast<void*>(to), reinterpret_cast<const void*>(from),
         size);
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_COPY_H_
