// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the address sanitizer is told of an area, whose variables it cannot know
// by itself: before each stands a red zone (section.h), and behind the last one
// the rest of the area. An access to these is an access out of bounds. Without
// the sanitizer all of it is no code.
//
//   open_red_zones(base, size);   // before init() or reset() fills an area
//   close_red_zones(base);        // after it

#ifndef PERCPU_ARCH_HOSTED_RED_ZONES_H_
#define PERCPU_ARCH_HOSTED_RED_ZONES_H_

#include <stddef.h>
#include <stdint.h>

#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>

#include "percpu_arch/layout.h"
#include "percpu_arch/section.h"

// The linker's bounds of the section `percpu_red_zones`.
extern "C"
    [[gnu::weak, gnu::visibility("hidden")]] const percpu::arch::RedZone* const
        __start_percpu_red_zones[];
extern "C"
    [[gnu::weak, gnu::visibility("hidden")]] const percpu::arch::RedZone* const
        __stop_percpu_red_zones[];
#endif

namespace percpu::arch {

/// Makes `size` bytes at `address` usable.
inline void open_red_zones([[maybe_unused]] uintptr_t address,
                           [[maybe_unused]] size_t size) {
#if __has_feature(address_sanitizer)
  __asan_unpoison_memory_region(reinterpret_cast<void*>(address), size);
#endif
}

/// Lets the sanitizer report an access to what is no variable of the area at
/// `base`.
inline void close_red_zones([[maybe_unused]] uintptr_t base) {
#if __has_feature(address_sanitizer)
  for (const RedZone* const* zone = __start_percpu_red_zones;
       zone != __stop_percpu_red_zones; ++zone) {
    const uintptr_t offset =
        reinterpret_cast<uintptr_t>(*zone) - template_vma();
    __asan_poison_memory_region(reinterpret_cast<void*>(base + offset),
                                sizeof(RedZone));
  }
  __asan_poison_memory_region(reinterpret_cast<void*>(base + template_size()),
                              area_size() - template_size());
#endif
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_RED_ZONES_H_
