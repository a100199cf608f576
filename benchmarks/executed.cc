// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Counts the instructions that each operation executes, the return instruction
// excluded, and prints a line for each, after the release of the compiler:
//
//   clang: 22
//   read_hot_8: 1
//
// It wants one CPU and QEMU's deterministic clock (kernel/clock.h), under which
// the numbers are exact: it panics where a repetition gives another.

#include "benchmarks/operations.h"
#include "kernel/clock.h"
#include "kernel/kernel.h"
#include "percpu/percpu.h"

namespace {

using percpu_benchmarks::Function;
using percpu_benchmarks::Operation;

constexpr unsigned kRepetitions = 5;

/// For each argument. A compare-exchange expects it, so the variable has it.
constexpr uint64_t kValue = 1;

// One function, and not inlined, so that the code around every call is the
// same.
[[gnu::noinline]] uint64_t count_call(Function function) {
  const uint64_t start = kernel::read_instruction_counter();
  function(kValue, kValue);
  const uint64_t end = kernel::read_instruction_counter();
  return kernel::instructions_between(start, end);
}

uint64_t count(const Operation& operation, uint64_t overhead) {
  uint64_t executed = 0;
  for (unsigned i = 0; i < kRepetitions; ++i) {
    operation.write(kValue, 0);
    const uint64_t counted = count_call(operation.function) - overhead;
    if (i > 0 && counted != executed) {
      kernel::print(operation.name, ": ", executed, " and ", counted, "\n");
      kernel::panic(
          "the counts differ: start QEMU with -icount shift=0,sleep=off, on "
          "loongarch64 shift=10, and one CPU");
    }
    executed = counted;
  }
  return executed;
}

}  // namespace

extern "C" void kernel_main() {
  const percpu::InitResult areas = percpu::init();
  if (!areas.ok()) kernel::panic(areas.message());
  percpu::init_percpu_reg(0);

  kernel::print("clang: ", __clang_major__, "\n");
  kernel::start_instruction_counter();
  const uint64_t overhead = count_call(percpu_benchmarks::empty_function());
  for (const Operation& operation : percpu_benchmarks::operations()) {
    kernel::print(operation.name, ": ", count(operation, overhead), "\n");
  }
  kernel::exit(0);
}
