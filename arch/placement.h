// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where a variable stands in its area, which decides how far an access has to
// reach:
//
//   load<uint64_t, &storage, Placement::kHot>();    // the shortest form
//   load<uint64_t, &storage, Placement::kPlain>();  // reaches most of an area
//   load<uint64_t, &storage, Placement::kFar>();    // reaches all of it

#ifndef PERCPU_ARCH_PLACEMENT_H_
#define PERCPU_ARCH_PLACEMENT_H_

namespace percpu {

/// The part of the area that holds a variable. The linker checks that each
/// part lies within what its form of access can encode.
enum class Placement {
  /// Anywhere in the area, but on aarch64 in its first 64 KiB.
  kPlain,
  /// At the area's start, within the architecture's short-offset range.
  kHot,
  /// Anywhere in the area.
  kFar,
};

}  // namespace percpu

#endif  // PERCPU_ARCH_PLACEMENT_H_
