// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/kernel/single_step.h"

#include "kernel/kernel.h"
#include "kernel/thread.h"
#include "percpu/restart.h"
#include "tests/kernel/cpus.h"
#include "tests/kernel/stepped_code.h"

namespace percpu_tests {
namespace {

/// No way to an operation takes as long, nor that of a CPU without a thread to
/// its wait.
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
  unsigned cpu;                   ///< Where the thread is while that holds.
  volatile bool was_interrupted;  ///< While that held.
  volatile bool was_hit;          ///< In the operation's code, at `pc`.
  uintptr_t pc;
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

/// What kernel_interrupt() calls.
uintptr_t interrupt(uintptr_t pc) {
  if (!probe.is_armed || probe.cpu != kernel::current_cpu()) return pc;
  probe.is_armed = false;
  probe.was_interrupted = true;
  if (pc < probe.code.begin || pc > probe.code.end) return pc;
  probe.was_hit = true;
  probe.pc = pc;
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
/// whether it came before the operation's end.
bool interrupt_after(unsigned microseconds, Sweep& sweep) {
  set_copies();
  // QEMU lets the other CPUs run when this one sets its timer: here, so that
  // they have come to wait for an interrupt before the next one.
  kernel::end_turn_after(kMostMicroseconds);
  probe.was_interrupted = false;
  probe.was_hit = false;
  kernel::disable_preemption();
  probe.cpu = kernel::current_cpu();
  probe.is_armed = true;
  if (probe.way == Way::kMoves) kernel::enable_preemption();
  kernel::end_turn_after(microseconds);
  const Result result = probe.operation->run();
  probe.is_armed = false;
  const unsigned cpu = kernel::current_cpu();
  if (probe.way == Way::kStays) kernel::enable_preemption();
  if (probe.was_hit) judge(sweep, cpu, result);
  return probe.was_interrupted;
}

/// Lets some time pass, each time another one. Else another CPU's timer might
/// come at the same instruction in all sweeps. The factor and the summand are
/// those of Numerical Recipes, section "Quick and Dirty Generators".
void shift_phase() {
  static uint32_t random = 0;
  random = random * 1'664'525 + 1'013'904'223;
  for (unsigned i = random >> 23; i > 0; --i) kernel::cpu_relax();
}

/// Moments at which to interrupt.
struct Moments {
  unsigned first;
  unsigned end;
};

/// Tries `moments` until some that are behind the operation, and returns those
/// to try next. The way to every operation is about as long, so that they begin
/// a little before the one that met this operation.
Moments sweep_once(Moments moments, bool is_again, Boundaries& boundaries,
                   Sweep& sweep) {
  constexpr unsigned kMargin = 8;
  constexpr unsigned kWidth = 64;
  unsigned first_hit = 0;
  unsigned behind = 0;
  for (unsigned moment = moments.first;
       moment < moments.end && behind < kMargin; ++moment) {
    if (is_again) shift_phase();
    if (!interrupt_after(moment, sweep)) ++behind;
    if (!probe.was_hit) continue;
    boundaries.reach(probe.pc);
    if (first_hit == 0) first_hit = moment;
    moments.end = moment + kMargin;
  }
  const unsigned met = first_hit == 0 ? moments.first : first_hit;
  const unsigned next = met > kMargin ? met - kMargin : 1;
  return {next, next == 1 ? kMostMicroseconds : next + kWidth};
}

}  // namespace

Sweep interrupt_everywhere(const Operation& operation, Way way,
                           bool sends_back) {
  probe = {.operation = &operation,
           .code = code_of(reinterpret_cast<uintptr_t>(operation.run)),
           .way = way,
           .sends_back = sends_back,
           .is_armed = false,
           .cpu = 0,
           .was_interrupted = false,
           .was_hit = false,
           .pc = 0,
           .was_rewound = false};
  Boundaries boundaries(probe.code, operation.skips_store);
  Sweep sweep = {};
  kernel::set_interrupt_hook(interrupt);
  static Moments moments = {1, kMostMicroseconds};
  for (unsigned i = 0; i < kMostSweeps && boundaries.missed() != 0; ++i) {
    moments = sweep_once(moments, i != 0, boundaries, sweep);
  }
  kernel::set_interrupt_hook(nullptr);
  sweep.boundaries = boundaries.count();
  sweep.missed = boundaries.missed();
  return sweep;
}

}  // namespace percpu_tests
