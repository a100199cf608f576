// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What docs/performance.md has from measurements, between two markers:
//
//   const std::string tables = tables_of_page(measured);
//   const auto page = replace_tables(old_page, tables);
//   if (!page) complain("a marker is missing");

#ifndef PERCPU_BENCHMARKS_PERFORMANCE_PAGE_H_
#define PERCPU_BENCHMARKS_PERFORMANCE_PAGE_H_

#include <optional>
#include <string>

#include "benchmarks/costs.h"

namespace percpu_benchmarks {

/// The tables that are the same on every host, as Markdown, with the chart
/// where the page shows it.
std::string tables_of_page(const Costs& measured);

/// The compiler that tables, or a page with tables, are from: "clang 22".
std::string compiler_of(const std::string& text);

/// The page with `tables` between its markers; nothing if it has not one of
/// each, in order.
std::optional<std::string> replace_tables(const std::string& page,
                                          const std::string& tables);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_PERFORMANCE_PAGE_H_
