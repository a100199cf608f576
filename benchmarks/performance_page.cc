// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/performance_page.h"

#include <iterator>

#include "benchmarks/comparison.h"
#include "benchmarks/cost_report.h"

namespace percpu_benchmarks {
namespace {

constexpr char kBegin[] =
    "<!-- tables, by ./bazelw run //benchmarks:table -- --update -->\n";
constexpr char kEnd[] = "<!-- end of tables -->\n";

constexpr char kCompiler[] = "What percpu costs is measured with ";
constexpr char kComparison[] =
    "Instructions/bytes for a variable of 8 bytes, the return instruction "
    "excluded; of a peer's,\nthose on the path that is usually taken.\n\n";

constexpr char kChart[] =
    "![Instructions per operation, by architecture, beside the peers]"
    "(performance.svg)\n";

constexpr char kPeersHeading[] = "### The peers\n\n";
constexpr char kSizesHeading[] = "### Every operation and size\n\n";

}  // namespace

std::string tables_of_page(const Costs& measured) {
  return kCompiler + measured.compiler + ".\n\n" + kComparison +
         markdown(comparison_table(compare(measured.costs))) + "\n" + kChart +
         "\n" + kPeersHeading + markdown(peers_table()) + "\n" + kSizesHeading +
         costs_as_markdown(measured.costs);
}

std::string compiler_of(const std::string& text) {
  const size_t found = text.find(kCompiler);
  if (found == std::string::npos) return "";
  const size_t start = found + std::size(kCompiler) - 1;
  return text.substr(start, text.find('.', start) - start);
}

std::optional<std::string> replace_tables(const std::string& page,
                                          const std::string& tables) {
  const size_t begin = page.find(kBegin);
  const size_t end = page.find(kEnd);
  if (begin == std::string::npos || end == std::string::npos) return {};
  const size_t start = begin + std::size(kBegin) - 1;
  if (start > end || page.find(kBegin, start) != std::string::npos ||
      page.find(kEnd, end + 1) != std::string::npos) {
    return {};
  }
  return page.substr(0, start) + "\n" + tables + "\n" + page.substr(end);
}

}  // namespace percpu_benchmarks
