// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// With a single CPU there is one area, which is all of memory: it starts at
// address 0, so that a variable's offset is its address, and it holds its
// initial values from the start.
//
//   assert(reserved_areas() + offset == address);

#ifndef PERCPU_ARCH_NAIVE_LAYOUT_H_
#define PERCPU_ARCH_NAIVE_LAYOUT_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// Returns 0: offsets are addresses.
constexpr uintptr_t template_vma() { return 0; }

/// Returns 0: nothing is ever copied.
constexpr size_t template_size() { return 0; }

/// Returns 0: there is no second area.
constexpr size_t area_size() { return 0; }

/// Returns what an area's base must be a multiple of, in bytes: the least that
/// a kernel with several CPUs gives.
constexpr size_t area_align() { return 64; }

/// Returns where the initial values stand.
constexpr uintptr_t template_address() { return 0; }

/// Returns 1.
constexpr size_t max_cpus() { return 1; }

/// Returns the base of the area.
constexpr uintptr_t reserved_areas() { return 0; }

/// What register_table() returns: the register's value for the only CPU.
inline constinit uintptr_t only_register_value = 0;

/// Returns, for each of max_cpus(), what its register holds. init() fills it.
inline uintptr_t* register_table() { return &only_register_value; }

/// Returns whether areas may start at `base`.
constexpr bool is_reachable(uintptr_t base) {
  static_cast<void>(base);
  return true;
}

/// Returns where the first area of init(base, cpu_count) stands: plain globals
/// stay where they are.
constexpr uintptr_t place_areas(uintptr_t base) {
  static_cast<void>(base);
  return reserved_areas();
}

/// Returns 0: section.h keeps each variable's initial value.
constexpr uintptr_t saved_template() { return 0; }

/// Returns 0: section.h keeps each variable's initial value.
constexpr uintptr_t initial_values(uintptr_t first_area) {
  static_cast<void>(first_area);
  return 0;
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_LAYOUT_H_
