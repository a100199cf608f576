// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The chart of the operations that every peer has: the instructions of each, a
// panel for each architecture.
//
//   std::ofstream("performance.svg") << chart(compare(costs));

#ifndef PERCPU_BENCHMARKS_CHART_H_
#define PERCPU_BENCHMARKS_CHART_H_

#include <string>
#include <vector>

#include "benchmarks/comparison.h"

namespace percpu_benchmarks {

/// An SVG document with a background of its own, which needs nothing else.
std::string chart(const std::vector<Comparison>& comparisons);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_CHART_H_
