// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How counters scale in QEMU, from what benchmarks/scaling.cc prints.

#ifndef PERCPU_BENCHMARKS_SCALING_TABLE_H_
#define PERCPU_BENCHMARKS_SCALING_TABLE_H_

#include <map>

#include "benchmarks/measurements.h"
#include "tools/text/text_table.h"

namespace percpu_benchmarks {

/// The numbers of CPUs that are measured.
inline constexpr unsigned kScalingCpus[] = {1, 2, 4};

/// A row for each counter on `architecture`: increments in a second on one CPU,
/// and how many times as many there are on more. `runs` is by numbers of CPUs.
void add_scaling_rows(const std::string& architecture,
                      const std::map<unsigned, Measurements>& runs,
                      percpu_tools::TextTable& table);

/// The table without its rows.
percpu_tools::TextTable scaling_table();

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_SCALING_TABLE_H_
