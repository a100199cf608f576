// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where a Linux process has its template, and where its areas come from.
//
//   memcpy(area, reinterpret_cast<void*>(template_address()), template_size());

#ifndef PERCPU_ARCH_HOSTED_LAYOUT_H_
#define PERCPU_ARCH_HOSTED_LAYOUT_H_

#include <stddef.h>
#include <stdint.h>

// The linker's bounds of the section `percpu_template`.
extern "C" [[gnu::visibility("hidden")]] const char __start_percpu_template[];
extern "C" [[gnu::visibility("hidden")]] const char __stop_percpu_template[];

namespace percpu::arch {

/// Returns the VMA at which the linker put the template.
inline uintptr_t template_vma() {
  return reinterpret_cast<uintptr_t>(__start_percpu_template);
}

/// Returns what an area's base must be a multiple of, in bytes: the largest
/// alignment that a variable may have, as the linker does not tell the
/// section's own.
constexpr size_t area_align() { return 4096; }

/// Returns how many bytes of initial values there are.
inline size_t template_size() {
  return reinterpret_cast<uintptr_t>(__stop_percpu_template) -
         reinterpret_cast<uintptr_t>(__start_percpu_template);
}

/// Returns the distance from one area to the next, in bytes.
inline size_t area_size() {
  return (template_size() + area_align() - 1) / area_align() * area_align();
}

/// Returns where the initial values stand.
inline uintptr_t template_address() { return template_vma(); }

/// Returns the most CPUs that there are areas for: the setting cpu_num.
constexpr size_t max_cpus() { return PERCPU_CPU_NUM; }

/// Returns the base of max_cpus() areas, mapped at the first call, or 0 where
/// the process has no memory left.
uintptr_t reserved_areas();

/// Returns, for each of max_cpus(), what its register holds. init() fills it.
uintptr_t* register_table();

/// Returns whether areas may start at `base`. The register holds the distance
/// from the template: Linux refuses a negative one, and 0 means unset.
inline bool is_reachable(uintptr_t base) { return base > template_vma(); }

/// Returns where the first area of init(base, cpu_count) stands: at `base`.
constexpr uintptr_t place_areas(uintptr_t base) { return base; }

/// Returns 0: the template needs no copy.
constexpr uintptr_t saved_template() { return 0; }

/// Returns where the initial values stand after init().
inline uintptr_t initial_values(uintptr_t) { return template_address(); }

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_LAYOUT_H_
