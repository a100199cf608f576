// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/cost_report.h"

#include <algorithm>

#include "benchmarks/figure.h"
#include "tools/text/text_table.h"

namespace percpu_benchmarks {
namespace {

using percpu_tools::TextTable;

constexpr char kExplanation[] =
    "Instructions/bytes in the linked image, the return excluded. QEMU counts "
    "as many\nexecuted instructions, or as many as stand in parentheses.\n";

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string cell(const Cost& cost) {
  std::string text =
      to_text({.instructions = cost.instructions, .bytes = cost.bytes});
  if (cost.executed != cost.instructions) {
    text += " (" + std::to_string(cost.executed) + ")";
  }
  return text;
}

/// The cells of one operation, a column for each architecture.
std::vector<std::string> cells(const std::vector<Cost>& costs,
                               const std::string& operation,
                               const std::string& placement, unsigned size) {
  std::vector<std::string> row;
  for (const char* architecture : kArchitectures) {
    const auto cost =
        std::find_if(costs.begin(), costs.end(), [&](const Cost& candidate) {
          return candidate.architecture == architecture &&
                 candidate.operation == operation &&
                 candidate.placement == placement && candidate.size == size;
        });
    row.push_back(cost == costs.end() ? "" : cell(*cost));
  }
  return row;
}

/// The rows of one operation: the largest size first, as it is the usual one.
void add_rows(const std::vector<Cost>& costs, const std::string& operation,
              const std::string& placement, TextTable& table) {
  std::vector<std::vector<std::string>> distinct;
  std::vector<std::string> sizes;
  for (auto size = std::rbegin(kSizes); size != std::rend(kSizes); ++size) {
    const auto row = cells(costs, operation, placement, *size);
    const auto same = std::find(distinct.begin(), distinct.end(), row);
    if (same == distinct.end()) {
      distinct.push_back(row);
      sizes.push_back(std::to_string(*size));
    } else {
      sizes[same - distinct.begin()] += ", " + std::to_string(*size);
    }
  }
  for (size_t i = 0; i < distinct.size(); ++i) {
    std::vector<std::string> row = {operation, sizes[i]};
    row.insert(row.end(), distinct[i].begin(), distinct[i].end());
    table.rows.push_back(row);
  }
}

TextTable placement_table(const std::vector<Cost>& costs,
                          const std::string& placement) {
  TextTable table = {.header = {placement + " variable", "size"}, .rows = {}};
  table.header.insert(table.header.end(), std::begin(kArchitectures),
                      std::end(kArchitectures));
  for (const char* operation : kOperations) {
    add_rows(costs, operation, placement, table);
  }
  return table;
}

std::string report(const std::vector<Cost>& costs,
                   std::string (*format)(const TextTable&)) {
  std::string text = kExplanation;
  for (const char* placement : kPlacements) {
    text += "\n" + format(placement_table(costs, placement));
  }
  return text;
}

}  // namespace

std::string costs_as_json(const std::vector<Cost>& costs) {
  std::string text = "[";
  const char* separator = "\n";
  for (const Cost& cost : costs) {
    text += separator;
    text += "{\"arch\": " + quoted(cost.architecture) +
            ", \"op\": " + quoted(cost.operation) +
            ", \"size\": " + std::to_string(cost.size) +
            ", \"placement\": " + quoted(cost.placement) +
            ", \"instructions\": " + std::to_string(cost.instructions) +
            ", \"bytes\": " + std::to_string(cost.bytes) +
            ", \"executed\": " + std::to_string(cost.executed) + "}";
    separator = ",\n";
  }
  return text + "\n]\n";
}

std::string costs_as_markdown(const std::vector<Cost>& costs) {
  return report(costs, percpu_tools::markdown);
}

std::string costs_as_text(const std::vector<Cost>& costs) {
  return report(costs, percpu_tools::aligned);
}

}  // namespace percpu_benchmarks
