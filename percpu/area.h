// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The areas: how many there are, where they stand and how large they are.
//
//   const percpu::AreaLayout layout = percpu::area_layout(cpu_count);
//   void* memory = allocate(layout.size, layout.align);
//   for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu)
//     dump(percpu::area_base(cpu), percpu::area_size());

#ifndef PERCPU_AREA_H_
#define PERCPU_AREA_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu/internal/state.h"
#include "percpu_arch/layout.h"
#include "percpu_arch/register.h"

namespace percpu {

/// Returns the number of areas in use: 0 before init(). Area n belongs to
/// CPU n.
inline size_t area_num() { return internal::state.cpu_count; }

/// Returns the size of an area in bytes, which is also the distance from one
/// to the next; 0 with sp_naive, where variables are plain globals.
inline size_t area_size() { return arch::area_size(); }

/// Returns the address of CPU `cpu`'s area, for `cpu` below area_num(). What
/// stands at a variable's offset() in it is that CPU's copy. A debug build
/// panics where there is no such area.
inline uintptr_t area_base(size_t cpu) {
#ifdef PERCPU_DEBUG_CHECKS
  internal::check_cpu(cpu, "area_base()");
#endif
  return arch::base_of(arch::register_table()[cpu]);
}

/// The memory that some areas need.
struct AreaLayout {
  /// In bytes.
  size_t size;
  /// What its address must be a multiple of, in bytes.
  size_t align;
};

/// Returns the memory that init(base, cpu_count) needs.
inline AreaLayout area_layout(size_t cpu_count) {
  return {cpu_count * arch::area_size(), arch::area_align()};
}

/// Returns the base of the current CPU's area, as the register has it: also
/// before it was set. Name it only where the thread cannot migrate.
inline uintptr_t read_percpu_reg() {
  return arch::base_of(arch::read_register());
}

/// Makes `base` the current CPU's area: an area_base(), as
/// init_percpu_reg() does, or what read_percpu_reg() gave. Call init() first:
/// it fails once a CPU may have written to the template.
inline void write_percpu_reg(uintptr_t base) {
  if (internal::state.cpu_count == 0) internal::state.used_too_early = true;
  arch::write_register(arch::register_of(base));
}

/// Returns the id of the CPU whose area the current CPU uses: what it gave to
/// init_percpu_reg(). Unpinned, the thread may be elsewhere by the time.
size_t current_cpu();

}  // namespace percpu

#endif  // PERCPU_AREA_H_
