// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How init() fills an area:
//
//   copy(base, template_address(), template_size());

#ifndef PERCPU_ARCH_NAIVE_COPY_H_
#define PERCPU_ARCH_NAIVE_COPY_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// Nothing: there is one area, which holds its initial values from the start.
inline void copy(uintptr_t to, uintptr_t from, size_t size) {
  static_cast<void>(to);
  static_cast<void>(from);
  static_cast<void>(size);
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_COPY_H_
