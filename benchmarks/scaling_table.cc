// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/scaling_table.h"

#include "benchmarks/number.h"

namespace percpu_benchmarks {
namespace {

using percpu_tools::TextTable;

constexpr struct {
  const char* name;
  const char* title;
} kCounters[] = {
    {"percpu", "per-CPU variable"},
    {"padded", "array, a cache line each"},
    {"false_sharing", "array, one cache line"},
    {"atomic", "one shared atomic"},
};

}  // namespace

TextTable scaling_table() {
  TextTable table = {.header = {"counter", "", "million/s on 1 CPU"},
                     .rows = {}};
  for (const unsigned cpus : kScalingCpus) {
    if (cpus > 1) table.header.push_back(std::to_string(cpus) + " CPUs");
  }
  return table;
}

void add_scaling_rows(const std::string& architecture,
                      const std::map<unsigned, Measurements>& runs,
                      TextTable& table) {
  for (const auto& counter : kCounters) {
    const auto one = find_number(runs.at(1), counter.name);
    std::vector<std::string> row = {counter.title, architecture,
                                    decimal(one, 1e6, 1)};
    for (const unsigned cpus : kScalingCpus) {
      if (cpus == 1) continue;
      row.push_back(ratio(find_number(runs.at(cpus), counter.name), one));
    }
    table.rows.push_back(row);
  }
}

}  // namespace percpu_benchmarks
