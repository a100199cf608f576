// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The costs of the operations, for programs, for a document and for a terminal.

#ifndef PERCPU_BENCHMARKS_COST_REPORT_H_
#define PERCPU_BENCHMARKS_COST_REPORT_H_

#include <string>
#include <vector>

#include "benchmarks/costs.h"

namespace percpu_benchmarks {

/// A JSON list with an object, on a line of its own, for each cost:
///
///   {"arch": "x86_64", "op": "read", "size": 8, "placement": "hot",
///    "instructions": 1, "bytes": 9, "executed": 1}
std::string costs_as_json(const std::vector<Cost>& costs);

/// A table for each placement. An operation's sizes share a row where they cost
/// the same.
std::string costs_as_markdown(const std::vector<Cost>& costs);
std::string costs_as_text(const std::vector<Cost>& costs);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_COST_REPORT_H_
