// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/check.h"

#include "tools/map/sharing.h"
#include "tools/map/words.h"

namespace percpu_map {
namespace {

using std::to_string;

void add(const std::string& what, uint64_t is, uint64_t most,
         CheckResult& result) {
  const bool holds = is <= most;
  result.passed = result.passed && holds;
  result.text += (holds ? "ok: " : "FAILED: ") + what + " " + to_string(is) +
                 ", and may be " + to_string(most) + "\n";
}

std::string described(const Variable& variable) {
  return variable.name + " (" + std::string(name_of(variable.placement)) +
         ", at " + hex(variable.offset) + ")";
}

}  // namespace

CheckResult check(const Layout& layout, const Limits& limits) {
  CheckResult result = {true, ""};
  if (limits.max_area_size.has_value()) {
    add("bytes of an area:", layout.stride, *limits.max_area_size, result);
  }
  if (limits.max_hot.has_value()) {
    add("bytes of hot variables:", layout.hot_used, *limits.max_hot, result);
  }
  const auto pairs = false_sharing(layout, limits.line_size);
  add("pairs that share a line of " + to_string(limits.line_size) +
          " bytes falsely:",
      pairs.size(), limits.max_false_sharing, result);
  for (const FalseSharing& pair : pairs) {
    result.text += "  " + described(layout.variables[pair.first]) + " and " +
                   described(layout.variables[pair.second]) +
                   (pair.is_next_area ? " of the next area\n" : "\n");
  }
  return result;
}

}  // namespace percpu_map
