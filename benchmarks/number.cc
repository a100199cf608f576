// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/number.h"

#include <cstdio>

namespace percpu_benchmarks {

Number find_number(const Measurements& measurements, std::string_view name) {
  const auto found = measurements.find(name);
  if (found == measurements.end()) return std::nullopt;
  return static_cast<double>(found->second);
}

std::string decimal(Number number, double unit, int decimals) {
  if (!number.has_value()) return "-";
  char text[64];
  snprintf(text, sizeof(text), "%.*f", decimals, *number / unit);
  return text;
}

std::string ratio(Number number, Number reference) {
  if (!reference.has_value() || *reference == 0) return "-";
  return decimal(number, *reference, 2);
}

}  // namespace percpu_benchmarks
