// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Which variables share a cache line, and which of them should not.
//
//   for (const SharedLine& line : shared_lines(layout)) ...
//   for (const FalseSharing& pair : false_sharing(layout, 64)) ...

#ifndef PERCPU_TOOLS_MAP_SHARING_H_
#define PERCPU_TOOLS_MAP_SHARING_H_

#include <stddef.h>
#include <stdint.h>

#include <compare>
#include <vector>

#include "tools/map/layout.h"

namespace percpu_map {

/// A cache line with more than one variable.
struct SharedLine {
  uint64_t offset;
  std::vector<size_t> variables;  ///< Indices into Layout::variables.
};

/// By their offsets, with lines of kLineSize.
std::vector<SharedLine> shared_lines(const Layout& layout);

/// Two variables on one line that different CPUs access, at least one of them
/// with writes: each write takes the line from the others.
struct FalseSharing {
  size_t first;  ///< Indices into Layout::variables.
  size_t second;
  /// Whether `second` is that of the next CPU's area.
  bool is_next_area;

  auto operator<=>(const FalseSharing&) const = default;
};

/// Variables that only their own CPU uses share a line well: it is one cache
/// line less. So a pair is, with lines of `line_size` bytes, a power of two,
///
/// - a cacheline variable, which other CPUs write, and any other;
/// - a read-mostly variable, which other CPUs read, and one that is not;
/// - any two but read-mostly ones on a line that two areas have parts of.
///
/// With lines larger than an area is aligned, wherever in a line it may start
/// counts.
std::vector<FalseSharing> false_sharing(const Layout& layout,
                                        uint64_t line_size);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_SHARING_H_
