// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where a variable stands in its area, which decides how far an access has to
// reach:
//
//   load<uint64_t, &storage, Placement::kHot>();    // the shortest form
//   load<uint64_t, &storage, Placement::kPlain>();  // reaches the whole area

#ifndef PERCPU_ARCH_PLACEMENT_H_
#define PERCPU_ARCH_PLACEMENT_H_

namespace percpu {

/// The part of the area that holds a variable. The linker checks that each
/// part lies within what its form of access can encode.
enum class Placement {
  /// Anywhere in the area.
  kPlain,
  /// At the area's start, within the architecture's short-offset range.
  kHot,
};

}  // namespace percpu

#endif  // PERCPU_ARCH_PLACEMENT_H_
