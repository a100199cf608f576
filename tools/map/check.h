// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Whether a layout keeps to limits, for a continuous build.
//
//   const CheckResult result = check(layout, {.max_hot = 512});
//   if (!result.passed) complain(result.text);

#ifndef PERCPU_TOOLS_MAP_CHECK_H_
#define PERCPU_TOOLS_MAP_CHECK_H_

#include <stdint.h>

#include <optional>
#include <string>

#include "tools/map/layout.h"

namespace percpu_map {

struct Limits {
  /// Of the stride, in bytes.
  std::optional<uint64_t> max_area_size = std::nullopt;
  /// Of the hot part, in bytes.
  std::optional<uint64_t> max_hot = std::nullopt;
  /// Of the pairs that false_sharing() gives.
  uint64_t max_false_sharing = 0;
  /// A power of two, kLineSize or more.
  uint64_t line_size = kLineSize;
};

struct CheckResult {
  bool passed;
  /// A line for each limit, and one for each pair.
  std::string text;
};

CheckResult check(const Layout& layout, const Limits& limits);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_CHECK_H_
