// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The size of some code, as the tables and the chart show it:
//
//   to_text({.instructions = 2, .bytes = 13})  // "2/13"

#ifndef PERCPU_BENCHMARKS_FIGURE_H_
#define PERCPU_BENCHMARKS_FIGURE_H_

#include <array>
#include <compare>
#include <iterator>
#include <string>

#include "benchmarks/costs.h"

namespace percpu_benchmarks {

/// Without the return instruction. The dearer of two has more instructions, or
/// as many and more bytes.
struct Figure {
  unsigned instructions = 0;
  unsigned bytes = 0;

  auto operator<=>(const Figure&) const = default;
};

/// One for each of kArchitectures, in that order.
using Figures = std::array<Figure, std::size(kArchitectures)>;

inline std::string to_text(const Figure& figure) {
  return std::to_string(figure.instructions) + "/" +
         std::to_string(figure.bytes);
}

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_FIGURE_H_
