// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Measured numbers as a table's cells; a number that is missing is a dash.
//
//   const auto init = find_number(measurements, "init_1024_4");
//   row.push_back(decimal(init, 1000, 1));

#ifndef PERCPU_BENCHMARKS_NUMBER_H_
#define PERCPU_BENCHMARKS_NUMBER_H_

#include <optional>
#include <string>
#include <string_view>

#include "benchmarks/measurements.h"

namespace percpu_benchmarks {

using Number = std::optional<double>;

Number find_number(const Measurements& measurements, std::string_view name);

/// `number` / `unit`, with so many decimals.
std::string decimal(Number number, double unit, int decimals);

/// `number` / `reference` with two decimals.
std::string ratio(Number number, Number reference);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_NUMBER_H_
