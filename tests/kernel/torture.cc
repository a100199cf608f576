// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Value functions on threads that a fast timer stops and that move between
// CPUs, with the setting `restart`. Every update has to be there in the end.
// Prints, for each kind of operation:
//
//   fetch_add operations: 10000000
//   fetch_add lost: 0
//   fetch_add rewinds: 5120
//   fetch_add migrations: 1031
//
// and in the end what all kinds lost, which is nothing.
//
// QEMU looks for interrupts only between blocks of translated code, and a block
// ends at the end of a page. So each operation stands across the end of a page,
// once at each of its instructions. In the control, which must lose updates,
// nothing sends operations back (on x86_64, where nothing has to, an increment
// is made of three instructions).

#include <stddef.h>
#include <stdint.h>

#include "kernel/kernel.h"
#include "kernel/thread.h"
#include "percpu/percpu.h"
#include "tests/kernel/torture_kinds.h"

namespace percpu_tests {
namespace {

constexpr unsigned kCpus = 4;
constexpr unsigned kThreads = 6;
constexpr unsigned kMicroseconds = 50;
constexpr uint64_t kOperations = 10'000'000;
constexpr uint64_t kControlOperations = 2'000'000;

/// Where the host leaves the machine little time, interrupts come in bursts,
/// and few between an operation's instructions. So it may take several rounds.
constexpr unsigned kRounds = 30;

/// Where all CPUs meet before and after run_threads().
constinit unsigned arrived = 0;

void meet() {
  const unsigned round =
      __atomic_fetch_add(&arrived, 1, __ATOMIC_ACQ_REL) / kCpus;
  while (__atomic_load_n(&arrived, __ATOMIC_ACQUIRE) / kCpus == round) {
    kernel::cpu_relax();
  }
}

void take_part(unsigned cpu) {
  meet();
  kernel::run_threads(cpu, kMicroseconds);
  meet();
}

void secondary(unsigned cpu) {
  percpu::init_percpu_reg(cpu);
  for (;;) take_part(cpu);
}

struct Job {
  const Kind* kind;
  uint64_t operations;
  unsigned thread;
};

void work(void* argument) {
  const Job& job = *static_cast<const Job*>(argument);
  for (uint64_t done = 0; done < job.operations;) {
    for (size_t i = 0; i < kBoundaries; ++i, ++done) {
      job.kind->functions[i](job.thread);
    }
  }
}

struct Result {
  uint64_t operations;
  uint64_t lost;
  kernel::ThreadCounts counts;
};

/// Runs about that many operations of this kind on all threads, `kRounds` times
/// or until `is_enough(result)`.
template <typename Condition>
Result run(const Kind& kind, uint64_t operations, Condition is_enough) {
  static Job jobs[kThreads];
  // Whole turns over the boundaries.
  const uint64_t each = (operations / kThreads / kBoundaries + 1) * kBoundaries;
  Result result = {};
  kind.reset();
  kernel::reset_thread_counts();
  for (unsigned round = 0; round < kRounds && !is_enough(result); ++round) {
    for (unsigned thread = 0; thread < kThreads; ++thread) {
      jobs[thread] = {.kind = &kind, .operations = each, .thread = thread};
      kernel::create_thread(work, &jobs[thread]);
    }
    take_part(0);
    result.operations += each * kThreads;
    result.lost = kind.lost(result.operations);
    result.counts = kernel::thread_counts();
  }
  kernel::print(kind.name, " operations: ", result.operations, "\n", kind.name,
                " lost: ", result.lost, "\n", kind.name,
                " rewinds: ", result.counts.rewinds, "\n", kind.name,
                " migrations: ", result.counts.migrations_inside, "\n");
  return result;
}

/// Whether operations were run, and interrupts have come between their
/// instructions often.
bool was_tortured(const Result& result) {
  if (!kHasSequences) return result.operations != 0;
  return result.counts.rewinds > 100 && result.counts.migrations_inside > 50;
}

/// Returns how many updates are lost.
uint64_t torture(const Kinds& kinds) {
  uint64_t lost = 0;
  for (const Kind& kind : kinds) {
    const Result result = run(kind, kOperations, was_tortured);
    if (!was_tortured(result)) {
      kernel::panic("hardly any operation was interrupted half-way");
    }
    lost += result.lost;
  }
  return lost;
}

void run_control() {
  const auto loses = [](const Result& result) { return result.lost != 0; };
  if (!loses(run(control_kind(), kControlOperations, loses))) {
    kernel::panic("the control loses nothing: the test shows nothing");
  }
}

}  // namespace
}  // namespace percpu_tests

extern "C" void kernel_main() {
  using namespace percpu_tests;
  const percpu::InitResult areas = percpu::init();
  if (!areas.ok()) kernel::panic(areas.message());
  percpu::init_percpu_reg(0);
  kernel::start_secondary_cpus(secondary, kCpus);

  kernel::set_interrupt_hook(percpu::restart_interrupted);
  const uint64_t lost = torture(sum_kinds()) + torture(place_kinds());
  kernel::print("all kinds lost: ", lost, "\n");
  if (lost != 0) kernel::panic("updates were lost");
  kernel::set_interrupt_hook(nullptr);
  run_control();
  kernel::exit(0);
}
