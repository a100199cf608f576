// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/kernel/single_step.h"

#include "kernel/kernel.h"
#include "kernel/thread.h"
#include "percpu/restart.h"
#include "tests/kernel/cpus.h"
#include "tests/kernel/stepped_code.h"

namespace percpu_tests {
namespace {

/// No way to an operation takes as long.
constexpr unsigned kMostMicroseconds = 1000;

/// Another CPU's timer may let QEMU stop this one in the middle: then a
/// boundary takes another sweep.
constexpr unsigned kMostSweeps = 40;

/// What the thread tells the interrupt, and what that answers. One of the two
/// runs at a time.
struct Probe {
  const Operation* operation;
  Code code;
  Way way;
  bool sends_back;
  volatile bool is_armed;
  volatile bool was_hit;
  uintptr_t pc;
  unsigned cpu;
  bool was_rewound;
};
constinit Probe probe = {};

void set_copies() {
  const uint64_t distance = probe.operation->begins_equal ? 0 : kDistance;
  for (unsigned cpu = 0; cpu < kCpus; ++cpu) {
    probe.operation->set_copy(cpu, kInitial + cpu * distance);
  }
}

void add_to_copies() {
  const Operation& operation = *probe.operation;
  for (unsigned cpu = 0; cpu < kCpus; ++cpu) {
    operation.set_copy(cpu, operation.copy(cpu) + kAdded);
  }
}

/// What kernel_interrupt() calls. Other CPUs, which wait, are not in the code.
uintptr_t interrupt(uintptr_t pc) {
  if (!probe.is_armed || pc < probe.code.begin || pc > probe.code.end) {
    return pc;
  }
  probe.is_armed = false;
  probe.was_hit = true;
  probe.pc = pc;
  probe.cpu = kernel::current_cpu();
  add_to_copies();
  const uintptr_t next =
      probe.sends_back ? percpu::restart_interrupted(pc) : pc;
  probe.was_rewound = next != pc;
  return next;
}

/// Whether the copies and the result are as after the operation on CPU `cpu`,
/// before the interrupt or after it. Overwrites the copies, which `actual` has.
bool is_as_on(unsigned cpu, bool before, const uint64_t (&actual)[kCpus],
              const Result& result) {
  const Operation& operation = *probe.operation;
  set_copies();
  if (!before) add_to_copies();
  uint64_t copy = operation.copy(cpu);
  const Result wanted = operation.run_on(copy);
  operation.set_copy(cpu, copy);
  if (before) add_to_copies();
  for (unsigned i = 0; i < kCpus; ++i) {
    if (operation.copy(i) != actual[i]) return false;
  }
  return result == wanted;
}

/// Judges an operation that was interrupted and returned `result` on `cpu`.
void judge(Sweep& sweep, unsigned cpu, const Result& result) {
  uint64_t actual[kCpus];
  for (unsigned i = 0; i < kCpus; ++i) actual[i] = probe.operation->copy(i);
  const bool is_before = is_as_on(probe.cpu, true, actual, result);
  const bool is_after = is_as_on(cpu, false, actual, result);

  ++sweep.interrupts;
  sweep.rewinds += probe.was_rewound;
  sweep.migrations += cpu != probe.cpu;
  const bool must_be_after =
      probe.pc == probe.code.begin || is_in_sequence(probe.pc);
  const bool must_be_before = probe.pc == probe.code.end;
  const bool is_wrong = !is_before && !is_after;
  const bool is_misplaced = !is_wrong && ((must_be_after && !is_after) ||
                                          (must_be_before && !is_before));
  if (sweep.wrong + sweep.misplaced == 0 && (is_wrong || is_misplaced)) {
    sweep.first_wrong = probe.pc - probe.code.begin;
  }
  sweep.wrong += is_wrong;
  sweep.misplaced += is_misplaced;
}

/// Runs the operation once, with an interrupt that long from now. Returns
/// whether it came in the operation.
bool interrupt_after(unsigned microseconds, Sweep& sweep) {
  set_copies();
  // QEMU lets the other CPUs run when this one sets its timer: here, so that
  // they have come to wait for an interrupt before the next one.
  kernel::end_turn_after(kMostMicroseconds);
  probe.was_hit = false;
  if (probe.way == Way::kStays) kernel::disable_preemption();
  probe.is_armed = true;
  kernel::end_turn_after(microseconds);
  const Result result = probe.operation->run();
  probe.is_armed = false;
  const unsigned cpu = kernel::current_cpu();
  if (probe.way == Way::kStays) kernel::enable_preemption();
  if (probe.was_hit) judge(sweep, cpu, result);
  return probe.was_hit;
}

/// Lets some time pass, another one in each of several sweeps: other CPUs'
/// timers would come at the same instruction in all of them.
void shift_phase(unsigned number) {
  for (unsigned i = number % 16 * 32; i > 0; --i) kernel::cpu_relax();
}

/// Tries moments from `first` on, until some that are behind the operation.
/// Returns the first in the operation, or 0.
unsigned sweep_once(unsigned first, unsigned number, Boundaries& boundaries,
                    Sweep& sweep) {
  constexpr unsigned kBehind = 8;
  unsigned first_hit = 0;
  unsigned end = kMostMicroseconds;
  for (unsigned moment = first; moment < end; ++moment) {
    shift_phase(number);
    if (!interrupt_after(moment, sweep)) continue;
    boundaries.reach(probe.pc);
    if (first_hit == 0) first_hit = moment;
    end = moment + kBehind;
  }
  return first_hit;
}

}  // namespace

Sweep interrupt_everywhere(const Operation& operation, Way way,
                           bool sends_back) {
  probe = {.operation = &operation,
           .code = code_of(reinterpret_cast<uintptr_t>(operation.run)),
           .way = way,
           .sends_back = sends_back,
           .is_armed = false,
           .was_hit = false,
           .pc = 0,
           .cpu = 0,
           .was_rewound = false};
  Boundaries boundaries(probe.code, operation.skips_store);
  Sweep sweep = {};
  kernel::set_interrupt_hook(interrupt);
  // The way to every operation is as long, so that a sweep begins a little
  // before the last one met its operation.
  constexpr unsigned kBefore = 8;
  static unsigned first = 1;
  for (unsigned i = 0; i < kMostSweeps && boundaries.missed() != 0; ++i) {
    const unsigned first_hit = sweep_once(first, i, boundaries, sweep);
    first = first_hit > kBefore ? first_hit - kBefore : 1;
  }
  kernel::set_interrupt_hook(nullptr);
  sweep.boundaries = boundaries.count();
  sweep.missed = boundaries.missed();
  return sweep;
}

}  // namespace percpu_tests
