// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where a kernel's image has its template and its areas, as the linker
// fragment laid them out.
//
//   memcpy(area, reinterpret_cast<void*>(template_address()), template_size());

#ifndef PERCPU_ARCH_IMAGE_LAYOUT_H_
#define PERCPU_ARCH_IMAGE_LAYOUT_H_

#include <stddef.h>
#include <stdint.h>

/// Of linker/percpu.ld too, but near the code as any data, so that instructions
/// reach it.
extern "C" [[gnu::visibility("hidden")]] uintptr_t _percpu_register_table[];

namespace percpu::arch {

/// The symbols of linker/percpu.ld, in layout.S's order.
struct ImageLayout {
  uintptr_t areas_start;
  uintptr_t areas_end;
  size_t area_size;
  size_t area_align;
  uintptr_t saved_template;
  size_t saved_template_size;
};
extern "C" [[gnu::visibility("hidden")]] const ImageLayout percpu_image_layout;

/// Returns the VMA at which the linker put the template: an address is an
/// offset.
constexpr uintptr_t template_vma() { return 0; }

/// Returns the distance from one area to the next, in bytes.
inline size_t area_size() { return percpu_image_layout.area_size; }

/// Returns what an area's base must be a multiple of, in bytes.
inline size_t area_align() { return percpu_image_layout.area_align; }

/// Returns how many bytes of initial values there are: the template is padded.
inline size_t template_size() { return area_size(); }

/// Returns where the initial values stand until init(): in the first area.
inline uintptr_t template_address() { return percpu_image_layout.areas_start; }

/// Returns the most CPUs that there are areas for: CPU_NUM.
inline size_t max_cpus() {
  return (percpu_image_layout.areas_end - percpu_image_layout.areas_start) /
         area_size();
}

/// Returns the base of the first of max_cpus() areas in the image.
inline uintptr_t reserved_areas() { return percpu_image_layout.areas_start; }

/// Returns, for each of max_cpus(), what its register holds. init() fills it.
inline uintptr_t* register_table() { return _percpu_register_table; }

/// Returns whether areas may start at `base`. The register takes any address.
constexpr bool is_reachable(uintptr_t base) {
  static_cast<void>(base);
  return true;
}

/// Returns where the first area of init(base, cpu_count) stands: at `base`.
constexpr uintptr_t place_areas(uintptr_t base) { return base; }

/// Returns where init() keeps the initial values that the first area is about
/// to lose, or 0 where nothing needs them (saved_template.cc).
inline uintptr_t saved_template() {
  return percpu_image_layout.saved_template_size == 0
             ? 0
             : percpu_image_layout.saved_template;
}

/// Returns where the initial values stand after init(), which has put the
/// first area at `first_area`.
uintptr_t initial_values(uintptr_t first_area);

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_IMAGE_LAYOUT_H_
