// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the measuring programs print: one line for each number, between lines of
// firmware and of QEMU.
//
//   read_hot_8: 1

#ifndef PERCPU_BENCHMARKS_MEASUREMENTS_H_
#define PERCPU_BENCHMARKS_MEASUREMENTS_H_

#include <stdint.h>

#include <map>
#include <string>
#include <string_view>

namespace percpu_benchmarks {

/// Numbers by their names.
using Measurements = std::map<std::string, uint64_t, std::less<>>;

/// Reads the lines that are a name of letters, digits and underscores, a colon,
/// a space and a decimal number. Of two with one name the first counts.
Measurements parse_measurements(std::string_view text);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_MEASUREMENTS_H_
