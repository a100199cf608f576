// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/padding.h"

#include <algorithm>
#include <map>
#include <utility>

namespace percpu_map {
namespace {

uint64_t round_up(uint64_t value, uint64_t multiple) {
  const uint64_t rest = value % multiple;
  return rest == 0 ? value : value + (multiple - rest);
}

/// Whether the part's first and last cache line are its own.
bool has_own_lines(Placement placement) {
  return placement == Placement::kCacheline ||
         placement == Placement::kReadMostly;
}

/// The variables of a part, for one alignment after another. Those of one
/// alignment are interchangeable but for their sizes; the larger come first.
using ByAlignment = std::map<uint64_t, std::vector<uint64_t>>;

/// The alignment that needs the least padding at `offset`; of several, the
/// largest.
ByAlignment::iterator best_at(uint64_t offset, ByAlignment& sizes) {
  auto best = sizes.begin();
  for (auto each = sizes.begin(); each != sizes.end(); ++each) {
    if (round_up(offset, each->first) <= round_up(offset, best->first)) {
      best = each;
    }
  }
  return best;
}

/// Returns where the part ends that starts at `offset`.
uint64_t pack(uint64_t offset, ByAlignment sizes) {
  for (auto& [align, same] : sizes) std::sort(same.begin(), same.end());
  while (!sizes.empty()) {
    const auto next = best_at(offset, sizes);
    offset = round_up(offset, next->first) + next->second.back();
    next->second.pop_back();
    if (next->second.empty()) sizes.erase(next);
  }
  return offset;
}

}  // namespace

Padding padding(const Layout& layout) {
  Padding result;
  const auto add = [&result](uint64_t start, uint64_t end) {
    if (end <= start) return;
    result.gaps.push_back({start, end - start});
    result.bytes += end - start;
  };
  uint64_t end = 0;
  for (const Variable& variable : layout.variables) {
    add(end, variable.offset);
    end = std::max(end, variable.end());
  }
  add(end, layout.stride);
  return result;
}

uint64_t bytes_saved_by_reordering(const Layout& layout) {
  std::map<Placement, ByAlignment> parts;
  for (const Variable& variable : layout.variables) {
    parts[variable.placement][variable.align].push_back(variable.size);
  }
  uint64_t end = 0;
  bool owned = false;
  for (auto& [placement, sizes] : parts) {
    if (owned || has_own_lines(placement)) end = round_up(end, kLineSize);
    owned = has_own_lines(placement);
    end = pack(end, std::move(sizes));
  }
  const uint64_t stride = round_up(end, std::max(kLineSize, layout.area_align));
  return layout.stride > stride ? layout.stride - stride : 0;
}

}  // namespace percpu_map
