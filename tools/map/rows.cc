// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/rows.h"

#include <algorithm>

namespace percpu_map {
namespace {

/// Fewer are not worth a fold.
constexpr uint64_t kLeastFold = 3;

class Rows {
 public:
  /// Adds what follows what was added before, up to `end`.
  void add(uint64_t end, std::optional<size_t> variable) {
    while (at_ < end) {
      const uint64_t start = at_ % kLineSize;
      if (start == 0 && end - at_ >= kLeastFold * kLineSize) {
        const uint64_t whole = (end - at_) / kLineSize;
        rows_.push_back({at_, {{0, kLineSize, variable}}, whole - 1});
        at_ += whole * kLineSize;
        continue;
      }
      if (start == 0) rows_.push_back({at_, {}, 0});
      const uint64_t size = std::min(end - at_, kLineSize - start);
      rows_.back().boxes.push_back({start, size, variable});
      at_ += size;
    }
  }

  std::vector<Row> take() && { return std::move(rows_); }

 private:
  uint64_t at_ = 0;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> rows_of(const Layout& layout) {
  Rows rows;
  for (size_t i = 0; i < layout.variables.size(); ++i) {
    rows.add(layout.variables[i].offset, std::nullopt);
    rows.add(layout.variables[i].end(), i);
  }
  rows.add(layout.stride, std::nullopt);
  return std::move(rows).take();
}

}  // namespace percpu_map
