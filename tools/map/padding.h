// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The bytes of an area that no variable has:
//
//   padding(layout).bytes            all of them
//   bytes_saved_by_reordering(...)   how many another order would need less

#ifndef PERCPU_TOOLS_MAP_PADDING_H_
#define PERCPU_TOOLS_MAP_PADDING_H_

#include <stdint.h>

#include <vector>

#include "tools/map/layout.h"

namespace percpu_map {

/// Bytes between two variables, or behind the last one.
struct Gap {
  uint64_t offset;
  uint64_t size;
};

struct Padding {
  std::vector<Gap> gaps;
  uint64_t bytes = 0;
};

Padding padding(const Layout& layout);

/// Returns how many bytes shorter an area would be with the variables of each
/// part in another order: the parts keep theirs, and cacheline and read-mostly
/// ones their cache lines. The order is found part by part, always with the
/// variable next that needs the least padding; a better one may exist.
uint64_t bytes_saved_by_reordering(const Layout& layout);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_PADDING_H_
