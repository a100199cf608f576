// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// An area cut into rows of a cache line each:
//
//   for (const Row& row : rows_of(layout)) draw(row);

#ifndef PERCPU_TOOLS_MAP_ROWS_H_
#define PERCPU_TOOLS_MAP_ROWS_H_

#include <stddef.h>
#include <stdint.h>

#include <optional>
#include <vector>

#include "tools/map/layout.h"

namespace percpu_map {

/// Bytes of one row that belong together.
struct Box {
  /// From the row's start.
  uint64_t start;
  uint64_t size;
  /// Of Layout::variables; none is padding.
  std::optional<size_t> variable;
};

struct Row {
  uint64_t offset;
  std::vector<Box> boxes;
  /// How many rows that look like this one follow and are left out.
  uint64_t folded = 0;
};

/// All rows of an area. Where three and more in succession belong to the same
/// variable, or to padding, and to nothing else, the first stands for them all.
std::vector<Row> rows_of(const Layout& layout);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_ROWS_H_
