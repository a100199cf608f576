// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The measured costs of operations beside the peers' (peers.h):
//
//   const auto comparisons = compare(costs);
//   fputs(markdown(comparison_table(comparisons)).c_str(), stdout);

#ifndef PERCPU_BENCHMARKS_COMPARISON_H_
#define PERCPU_BENCHMARKS_COMPARISON_H_

#include <string>
#include <vector>

#include "benchmarks/costs.h"
#include "benchmarks/figure.h"
#include "tools/text/text_table.h"

namespace percpu_benchmarks {

/// What is compared: the dearest of these operations, on a variable of 8 bytes.
struct ComparedOperation {
  std::string title;
  std::vector<std::string> operations;  ///< Some of kOperations.
};

const std::vector<ComparedOperation>& compared_operations();

/// One way to do an operation.
struct Way {
  std::string name;  ///< Whose it is.
  std::string form;  ///< Which of theirs, or empty.
  Figures figures;
};

struct Comparison {
  std::string title;
  Way hot;
  Way plain;
  std::vector<Way> peers;
};

/// A comparison for each of compared_operations().
std::vector<Comparison> compare(const std::vector<Cost>& costs);

/// A row for each way.
percpu_tools::TextTable comparison_table(
    const std::vector<Comparison>& comparisons);

/// Who the peers are, and how their figures are obtained.
percpu_tools::TextTable peers_table();

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_COMPARISON_H_
