// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/process_tables.h"

#include <cstdio>

#include "benchmarks/number.h"
#include "benchmarks/program.h"
#include "tools/text/text_table.h"

namespace percpu_benchmarks {
namespace {

using percpu_tools::TextTable;

// The names that cycles.cc and init_cost.cc give.
constexpr struct {
  const char* name;
  const char* title;
} kOperations[] = {
    {"read_percpu", "read, per-CPU variable"},
    {"read_global", "read, global"},
    {"read_thread_local", "read, thread_local"},
    {"write_percpu", "write, per-CPU variable"},
    {"write_global", "write, global"},
    {"write_thread_local", "write, thread_local"},
    {"increment_percpu", "increment, per-CPU variable"},
    {"increment_global", "increment, global"},
    {"increment_thread_local", "increment, thread_local"},
    {"increment_padded", "increment, array by CPU, a cache line each"},
    {"increment_false_sharing", "increment, array by CPU, one cache line"},
    {"increment_atomic", "increment, one shared atomic"},
};
constexpr const char* kThreads[] = {"1", "2", "4"};
constexpr const char* kAreaBytes[] = {"1024", "32768", "1048576"};
constexpr const char* kCpus[] = {"1", "4", "16", "64", "256", "1024"};

/// Runs a program and adds what it prints; says so where it fails.
bool measure(const std::string& path, Measurements& measurements) {
  const ProgramRun run = run_program(path);
  if (!run.error.empty()) {
    fprintf(stderr, "%s\n", run.error.c_str());
    return false;
  }
  measurements.merge(parse_measurements(run.output));
  return true;
}

TextTable cycles_table(const Measurements& measurements) {
  TextTable table = {.header = {"operation", "1 thread", "2", "4"}, .rows = {}};
  for (const auto& operation : kOperations) {
    std::vector<std::string> row = {operation.title};
    for (const std::string threads : kThreads) {
      const std::string name = operation.name + ("_" + threads);
      row.push_back(decimal(find_number(measurements, name), 100, 1));
    }
    table.rows.push_back(row);
  }
  return table;
}

TextTable init_table(const Measurements& measurements) {
  TextTable table = {.header = {"bytes of an area", "CPUs", "init, ns/CPU",
                                "memcpy, ns/CPU", "ratio"},
                     .rows = {}};
  for (const std::string bytes : kAreaBytes) {
    for (const std::string cpus : kCpus) {
      const std::string suffix = "_" + bytes + "_" + cpus;
      const Number init = find_number(measurements, "init" + suffix);
      const Number copy = find_number(measurements, "memcpy" + suffix);
      table.rows.push_back({bytes, cpus, decimal(init, std::stod(cpus), 0),
                            decimal(copy, std::stod(cpus), 0),
                            ratio(init, copy)});
    }
  }
  return table;
}

}  // namespace

bool print_process_tables() {
  bool passed = true;
  Measurements cycles;
  passed &= measure("benchmarks/cycles", cycles);
  printf(
      "\nA Linux process on this host: cycles of the time stamp counter for an "
      "operation,\nby the number of threads that do it at once (a dash: not "
      "measured)\n\n%s",
      aligned(cycles_table(cycles)).c_str());
  Measurements init;
  for (const std::string bytes : kAreaBytes) {
    passed &= measure("benchmarks/init_cost_" + bytes, init);
  }
  printf(
      "\npercpu::init(base, n) and memcpy of the same bytes, in a Linux "
      "process "
      "(a dash:\nthe host has too little free memory)\n\n%s",
      aligned(init_table(init)).c_str());
  return passed;
}

}  // namespace percpu_benchmarks
