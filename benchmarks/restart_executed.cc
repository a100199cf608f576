// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Counts the instructions that restart_interrupted() executes beyond those of a
// function that returns its argument, for code outside of all operations and
// inside of each, and what an interrupt of the kernel's timer executes in all,
// with such a function as its hook and with restart_interrupted():
//
//   sequences: 88
//   outside: 20
//   inside: 103
//   interrupt: 504
//   with_restart: 524
//
// Panics where that is more than docs/preemption.md says, or where the address
// that it returns is wrong. It wants one CPU and QEMU's deterministic clock
// (kernel/clock.h).

#include <stddef.h>
#include <stdint.h>

#include "kernel/clock.h"
#include "kernel/kernel.h"
#include "kernel/thread.h"
#include "percpu/percpu.h"
#include "percpu_arch/restart.h"

namespace {

constexpr uint64_t kMostOutside = 24;
constexpr uint64_t kMostForEachHalving = 16;

/// It is at most this part of an interrupt that does nothing else.
constexpr uint64_t kPart = 10;

constexpr unsigned kMicroseconds = 500;
constexpr unsigned kInterrupts = 4;

using Hook = uintptr_t (*)(uintptr_t pc);

uint64_t greater(uint64_t a, uint64_t b) { return a < b ? b : a; }
uint64_t lesser(uint64_t a, uint64_t b) { return a < b ? a : b; }

/// Returns its argument, in as few instructions as that takes.
[[gnu::naked]] uintptr_t same(uintptr_t) {
#ifdef __x86_64__
  asm("movq %rdi, %rax");
#endif
  asm("ret");
}

struct Call {
  uintptr_t result;
  uint64_t executed;
};

// Not inlined, so that the code around every call is the same.
[[gnu::noinline]] Call count_call(Hook hook, uintptr_t pc) {
  const uint64_t start = kernel::read_instruction_counter();
  const uintptr_t result = hook(pc);
  const uint64_t end = kernel::read_instruction_counter();
  return {.result = result,
          .executed = kernel::instructions_between(start, end)};
}

/// Calls it with `pc`, where it has to return `expected`.
uint64_t count(uintptr_t pc, uintptr_t expected) {
  const Call call = count_call(percpu::restart_interrupted, pc);
  if (call.result != expected) {
    kernel::print(kernel::Hex{pc}, " becomes ", kernel::Hex{call.result}, "\n");
    kernel::panic("restart_interrupted() returns another address");
  }
  return call.executed - count_call(same, pc).executed;
}

/// Below, behind and far from all sequences.
uint64_t count_outside() {
  const percpu::arch::Sequence* const first = percpu::arch::first_sequence();
  const size_t sequences = percpu::arch::sequence_count();
  uint64_t most = greater(count(0, 0), count(~uintptr_t{0}, ~uintptr_t{0}));
  if (sequences != 0) {
    const uintptr_t below = first->start() - 1;
    const uintptr_t behind = first[sequences - 1].end();
    most = greater(most, count(below, below));
    most = greater(most, count(behind, behind));
  }
  return most;
}

/// At every address of every sequence.
uint64_t count_inside() {
  const percpu::arch::Sequence* sequence = percpu::arch::first_sequence();
  uint64_t most = 0;
  for (size_t i = 0; i < percpu::arch::sequence_count(); ++i, ++sequence) {
    for (uintptr_t pc = sequence->start(); pc != sequence->end(); ++pc) {
      most = greater(most, count(pc, sequence->start()));
    }
  }
  return most;
}

/// How often a search among `sequences` halves them.
unsigned halvings(size_t sequences) {
  unsigned result = 0;
  while ((size_t{1} << result) < sequences) ++result;
  return result;
}

/// Sets the number at `argument` to what an interrupt executes from the thread
/// that it stops back to that thread.
void count_interrupt(void* argument) {
  kernel::disable_preemption();
  uint64_t undisturbed = ~uint64_t{0};
  uint64_t least = ~uint64_t{0};
  uint64_t last = kernel::read_instruction_counter();
  for (unsigned interrupts = 0; interrupts < kInterrupts;) {
    const uint64_t now = kernel::read_instruction_counter();
    const uint64_t executed = kernel::instructions_between(last, now);
    last = now;
    undisturbed = lesser(undisturbed, executed);
    if (executed < 4 * undisturbed) continue;
    least = lesser(least, executed - undisturbed);
    ++interrupts;
  }
  *static_cast<uint64_t*>(argument) = least;
  kernel::enable_preemption();
}

uint64_t count_interrupt_with(Hook hook) {
  uint64_t executed = 0;
  kernel::set_interrupt_hook(hook);
  kernel::create_thread(count_interrupt, &executed);
  kernel::run_threads(0, kMicroseconds);
  return executed;
}

}  // namespace

extern "C" void kernel_main() {
  kernel::start_instruction_counter();
  const size_t sequences = percpu::arch::sequence_count();
  const uint64_t outside = count_outside();
  const uint64_t inside = count_inside();
  const uint64_t interrupt = count_interrupt_with(same);
  const uint64_t with_restart =
      count_interrupt_with(percpu::restart_interrupted);
  kernel::print("sequences: ", sequences, "\noutside: ", outside,
                "\ninside: ", inside, "\ninterrupt: ", interrupt,
                "\nwith_restart: ", with_restart, "\n");
  if (outside > kMostOutside) {
    kernel::panic("it costs much where no operation was interrupted");
  }
  if (inside > kMostOutside + kMostForEachHalving * halvings(sequences)) {
    kernel::panic("it costs more than a binary search");
  }
  if ((with_restart - interrupt) * kPart > with_restart) {
    kernel::panic("it is much of an interrupt");
  }
  kernel::exit(0);
}
