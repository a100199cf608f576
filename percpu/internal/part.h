// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The parts of an area, in their order there, and what each asks of a variable.
//
//   placement_of(Part::hot)              Placement::kHot
//   kPartAlignment<uint8_t, Part::page>  4096

#ifndef PERCPU_INTERNAL_PART_H_
#define PERCPU_INTERNAL_PART_H_

#include <stddef.h>

#include "percpu/internal/type.h"
#include "percpu_arch/access.h"
#include "percpu_arch/placement.h"

namespace percpu::internal {

/// Spelt as the macros paste it into the names of sections and symbols. `id`
/// holds the library's own variable alone, for the linker fragment to keep.
enum class Part { hot, id, plain, cacheline, read_mostly, page };

constexpr Placement placement_of(Part part) {
  switch (part) {
    case Part::hot:
    case Part::id:
      return Placement::kHot;
    case Part::page:
      return Placement::kFar;
    default:
      return Placement::kPlain;
  }
}

/// The bytes that CPUs pass between their caches at once. More on a few
/// processors; alignas on the type serves those.
inline constexpr size_t kCacheLineSize = 64;

constexpr size_t least_alignment(Part part) {
  switch (part) {
    case Part::cacheline:
      return kCacheLineSize;
    case Part::page:
      return kMaxAlignment;
    default:
      return 1;
  }
}

template <typename T, Part kPart>
struct CheckedPart {
  static_assert(placement_of(kPart) != Placement::kHot ||
                    sizeof(T) <= arch::kHotLimit,
                "percpu: the variable alone is larger than the hot part of an "
                "area; define it with DEF_PERCPU");
  static constexpr size_t kAlignment = internal::kAlignment<T> >
                                               least_alignment(kPart)
                                           ? internal::kAlignment<T>
                                           : least_alignment(kPart);
};

/// The alignment of a variable of type T in this part, in bytes, with a
/// sentence where the part cannot hold it.
template <typename T, Part kPart>
inline constexpr size_t kPartAlignment = CheckedPart<T, kPart>::kAlignment;

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_PART_H_
