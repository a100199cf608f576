// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What is measured in a Linux process. The library runs as one on x86_64 alone:
// elsewhere no_process_tables.cc stands in, and says so.

#ifndef PERCPU_BENCHMARKS_PROCESS_TABLES_H_
#define PERCPU_BENCHMARKS_PROCESS_TABLES_H_

namespace percpu_benchmarks {

/// Measures and prints. Returns whether all of it could be measured.
bool print_process_tables();

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_PROCESS_TABLES_H_
