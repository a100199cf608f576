// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What is measured in a Linux process gives a number for each line of the
// tables; how large it is depends on the host.

#include "benchmarks/measurements.h"
#include "benchmarks/program.h"
#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

Measurements measure(const std::string& path) {
  const ProgramRun run = run_program(path);
  EXPECT_EQ(run.error, "");
  return parse_measurements(run.output);
}

TEST(ProcessTest, CyclesOfEachVariable) {
  const Measurements cycles = measure("benchmarks/cycles");
  for (const std::string operation : {"read", "write", "increment"}) {
    for (const char* variable : {"_percpu", "_global", "_thread_local"}) {
      EXPECT_GT(cycles.count(operation + variable + "_1"), 0u)
          << operation << variable;
    }
  }
  for (const char* name : {"increment_padded_1", "increment_false_sharing_1",
                           "increment_atomic_1"}) {
    ASSERT_GT(cycles.count(name), 0u) << name;
    EXPECT_GT(cycles.at(name), 0u) << name;
  }
}

TEST(ProcessTest, InitBesideMemcpy) {
  const Measurements costs = measure("benchmarks/init_cost_1024");
  for (const std::string cpus : {"1", "4", "16", "64", "256", "1024"}) {
    for (const char* way : {"init_1024_", "memcpy_1024_"}) {
      ASSERT_GT(costs.count(way + cpus), 0u) << way << cpus;
      EXPECT_GT(costs.at(way + cpus), 0u) << way << cpus;
    }
  }
}

TEST(ProgramTest, SaysWhatDoesNotRun) {
  EXPECT_EQ(run_program("benchmarks/nothing").error,
            "benchmarks/nothing is not there; start this with bazel run");
}

}  // namespace
}  // namespace percpu_benchmarks
