// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What an operation takes on a real CPU, in a Linux process on x86_64, beside
// what else a program could use. Prints a line for each operation, variable and
// number of threads, in hundredths of a cycle of the time stamp counter:
//
//   increment_percpu_2: 132
//
// Google Benchmark runs the threads and repetitions, and gives their median.
// Its own reporters show times; this one shows cycles.

#include <stdint.h>
#include <x86intrin.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "benchmark/benchmark.h"
#include "percpu/percpu.h"

namespace {

constexpr unsigned kOperationsPerReading = 1000;
constexpr unsigned kRepetitions = 5;
constexpr double kSecondsPerRepetition = 0.02;
constexpr size_t kMaxThreads = 4;
constexpr char kCycles[] = "cycles";
// Not the best: threads that do not run at once do not get in each other's way.
constexpr char kStatistic[] = "median";

struct alignas(128) Padded {
  uint64_t value;
};

DEF_PERCPU_HOT(uint64_t, percpu_counter, 0);
DEF_PERCPU_HOT(uint32_t, cpu_number, 0);
constinit uint64_t global_counter = 0;
constinit thread_local uint64_t thread_counter = 0;
alignas(128) constinit uint64_t shared_counter = 0;
alignas(128) constinit uint64_t neighbours[kMaxThreads] = {};
constinit Padded padded[kMaxThreads] = {};

// Each operation takes place in memory, as per-CPU ones do.
void keep_in_memory() { benchmark::ClobberMemory(); }

void read_percpu() { benchmark::DoNotOptimize(percpu_counter.read_current()); }
void read_global() {
  benchmark::DoNotOptimize(uint64_t{global_counter});
  keep_in_memory();
}
void read_thread_local() {
  benchmark::DoNotOptimize(uint64_t{thread_counter});
  keep_in_memory();
}
void write_percpu() { percpu_counter.write_current(1); }
void write_global() {
  global_counter = 1;
  keep_in_memory();
}
void write_thread_local() {
  thread_counter = 1;
  keep_in_memory();
}
void increment_percpu() { percpu_counter.increment_current(); }
void increment_global() {
  ++global_counter;
  keep_in_memory();
}
void increment_thread_local() {
  ++thread_counter;
  keep_in_memory();
}
void increment_atomic() {
  __atomic_fetch_add(&shared_counter, 1, __ATOMIC_RELAXED);
}
void increment_false_sharing() {
  ++neighbours[cpu_number.read_current()];
  keep_in_memory();
}
void increment_padded() {
  ++padded[cpu_number.read_current()].value;
  keep_in_memory();
}

template <void (*kOperation)()>
void measure(benchmark::State& state) {
  const auto cpu = static_cast<uint32_t>(state.thread_index());
  percpu::init_percpu_reg(cpu);
  cpu_number.write_current(cpu);
  uint64_t cycles = 0;
  for ([[maybe_unused]] auto _ : state) {
    const uint64_t start = __rdtsc();
    // Or the compiler unrolls some loops and not others.
#pragma GCC unroll 20
    for (unsigned i = 0; i < kOperationsPerReading; ++i) kOperation();
    cycles += __rdtsc() - start;
  }
  const auto operations =
      static_cast<double>(state.iterations() * kOperationsPerReading);
  state.counters[kCycles] =
      benchmark::Counter(static_cast<double>(cycles) / operations,
                         benchmark::Counter::kAvgThreads);
}

/// Measures an operation with 1, 2 and 4 threads, or with one alone. No more
/// than there are CPUs: a thread that waits for one would count too.
template <void (*kOperation)()>
void add(const char* name, bool with_threads) {
  auto* const added = benchmark::RegisterBenchmark(name, measure<kOperation>);
  added->MinTime(kSecondsPerRepetition)->Repetitions(kRepetitions);
  const size_t cpus =
      std::min<size_t>({percpu::area_num(), kMaxThreads,
                        std::max(std::thread::hardware_concurrency(), 1u)});
  for (int threads = 1; threads <= static_cast<int>(with_threads ? cpus : 1);
       threads *= 2) {
    added->Threads(threads);
  }
}

void add_all() {
  add<read_percpu>("read_percpu", false);
  add<read_global>("read_global", false);
  add<read_thread_local>("read_thread_local", false);
  add<write_percpu>("write_percpu", false);
  add<write_global>("write_global", false);
  add<write_thread_local>("write_thread_local", false);
  add<increment_percpu>("increment_percpu", true);
  add<increment_global>("increment_global", false);
  add<increment_thread_local>("increment_thread_local", true);
  add<increment_padded>("increment_padded", true);
  add<increment_false_sharing>("increment_false_sharing", true);
  add<increment_atomic>("increment_atomic", true);
}

class CyclesReporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.aggregate_name != kStatistic) continue;
      const double cycles = run.counters.at(kCycles).value;
      printf("%s_%d: %.0f\n", run.run_name.function_name.c_str(),
             static_cast<int>(run.threads), cycles * 100);
    }
  }
};

}  // namespace

int main(int argc, char** argv) {
  const percpu::InitResult areas = percpu::init();
  if (!areas.ok()) {
    fprintf(stderr, "%s\n", areas.message());
    return 1;
  }
  add_all();
  benchmark::Initialize(&argc, argv);
  CyclesReporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}
