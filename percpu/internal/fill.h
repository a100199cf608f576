// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How an area gets its content, by init() and for percpu::testing:
//
//   fill_area(area_base(cpu), cpu);

#ifndef PERCPU_INTERNAL_FILL_H_
#define PERCPU_INTERNAL_FILL_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::internal {

/// Gives the area at `base`, which is CPU `cpu`'s, what it starts with: the
/// initial values, unless it is the template itself, and the CPU's id.
void fill_area(uintptr_t base, size_t cpu);

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_FILL_H_
