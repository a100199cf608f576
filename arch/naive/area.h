// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What an area needs beside its initial values before a CPU uses it.
//
//   prepare_area(base);

#ifndef PERCPU_ARCH_NAIVE_AREA_H_
#define PERCPU_ARCH_NAIVE_AREA_H_

#include <stdint.h>

namespace percpu::arch {

/// Nothing: a plain global needs none of it.
inline void prepare_area(uintptr_t base) { static_cast<void>(base); }

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_AREA_H_
