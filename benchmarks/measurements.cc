// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/measurements.h"

#include <charconv>

#include "benchmarks/lines.h"

namespace percpu_benchmarks {

Measurements parse_measurements(std::string_view text) {
  Measurements measurements;
  for (const std::string_view line : split_lines(text)) {
    const size_t name = line.find_first_not_of(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    if (name == 0 || name == std::string_view::npos) continue;
    const std::string_view rest = line.substr(name);
    if (!rest.starts_with(": ")) continue;
    uint64_t number = 0;
    const char* const end = rest.data() + rest.size();
    const auto result = std::from_chars(rest.data() + 2, end, number);
    if (result.ec != std::errc() || result.ptr != end) continue;
    measurements.emplace(line.substr(0, name), number);
  }
  return measurements;
}

}  // namespace percpu_benchmarks
