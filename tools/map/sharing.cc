// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/sharing.h"

#include <algorithm>
#include <set>

namespace percpu_map {
namespace {

/// Which of its lines an area's byte is on, where the area starts `phase` bytes
/// into one.
struct Lines {
  uint64_t size;
  uint64_t phase;

  uint64_t of(uint64_t offset) const { return (offset + phase) / size; }
  uint64_t first(const Variable& variable) const { return of(variable.offset); }
  uint64_t last(const Variable& variable) const {
    return of(variable.offset + (variable.size == 0 ? 0 : variable.size - 1));
  }
};

bool may_share(const Variable& a, const Variable& b) {
  const auto is = [&](Placement placement) {
    return (a.placement == placement) + (b.placement == placement);
  };
  return is(Placement::kCacheline) == 0 && is(Placement::kReadMostly) != 1;
}

bool both_read_mostly(const Variable& a, const Variable& b) {
  return a.placement == Placement::kReadMostly &&
         b.placement == Placement::kReadMostly;
}

class Pairs {
 public:
  Pairs(const Layout& layout, uint64_t line_size)
      : layout_(layout), line_size_(line_size) {}

  std::vector<FalseSharing> find() {
    // Areas start wherever their alignment allows: init() takes any memory.
    const uint64_t step = std::max(kLineSize, layout_.area_align);
    for (uint64_t phase = 0; phase < line_size_; phase += step) {
      const Lines lines = {line_size_, phase};
      add_in_area(lines);
      if (layout_.cpu_num > 1) add_across(lines);
    }
    return {pairs_.begin(), pairs_.end()};
  }

 private:
  const std::vector<Variable>& variables() const { return layout_.variables; }

  void add_in_area(const Lines& lines) {
    for (size_t a = 0; a < variables().size(); ++a) {
      const uint64_t last = lines.last(variables()[a]);
      for (size_t b = a + 1; b < variables().size(); ++b) {
        if (lines.first(variables()[b]) > last) break;
        if (!may_share(variables()[a], variables()[b])) {
          pairs_.insert({a, b, false});
        }
      }
    }
  }

  /// Pairs the end of an area with the start of the next.
  void add_across(const Lines& lines) {
    const uint64_t shared = lines.of(layout_.stride);
    if (lines.of(layout_.stride - 1) != shared) return;
    const Lines next = {line_size_,
                        (lines.phase + layout_.stride) % line_size_};
    for (size_t a = 0; a < variables().size(); ++a) {
      if (lines.last(variables()[a]) < shared) continue;
      for (size_t b = 0; b < variables().size(); ++b) {
        if (next.first(variables()[b]) > 0) break;
        if (!both_read_mostly(variables()[a], variables()[b])) {
          pairs_.insert({a, b, true});
        }
      }
    }
  }

  const Layout& layout_;
  const uint64_t line_size_;
  std::set<FalseSharing> pairs_;
};

}  // namespace

std::vector<SharedLine> shared_lines(const Layout& layout) {
  const Lines lines = {kLineSize, 0};
  std::vector<SharedLine> shared;
  // Of the line that may grow yet; one variable alone does not count.
  SharedLine current = {0, {}};
  const auto finish = [&] {
    if (current.variables.size() > 1) shared.push_back(current);
  };
  for (size_t i = 0; i < layout.variables.size(); ++i) {
    const Variable& variable = layout.variables[i];
    const uint64_t first = lines.first(variable) * kLineSize;
    const uint64_t last = lines.last(variable) * kLineSize;
    if (current.variables.empty() || first != current.offset) {
      finish();
      current = {first, {}};
    }
    current.variables.push_back(i);
    if (last != first) {
      finish();
      current = {last, {i}};
    }
  }
  finish();
  return shared;
}

std::vector<FalseSharing> false_sharing(const Layout& layout,
                                        uint64_t line_size) {
  return Pairs(layout, line_size).find();
}

}  // namespace percpu_map
