// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Threads that a timer preempts and that move between CPUs, as few lines as
// that takes: round robin, no priorities, no sleep.
//
//   for (unsigned i = 0; i < 8; ++i) kernel::create_thread(work, &jobs[i]);
//   // On every CPU, from kernel_main() and from the secondaries' entry:
//   kernel::run_threads(cpu, 100);
//
// A thread goes on wherever a CPU is free, so that it may be on another one
// after any instruction.

#ifndef PERCPU_KERNEL_THREAD_H_
#define PERCPU_KERNEL_THREAD_H_

#include <stdint.h>

namespace kernel {

inline constexpr unsigned kMaxThreads = 16;

/// Makes a thread that calls `function(argument)` and ends. At most kMaxThreads
/// until run_threads() has returned everywhere. Call it on one CPU, before any
/// CPU is in run_threads().
void create_thread(void (*function)(void* argument), void* argument);

/// Makes this CPU, with the logical number `cpu`, run threads, each for about
/// that time at once, until all have ended. Each CPU calls it.
void run_threads(unsigned cpu, unsigned microseconds);

/// Keeps the calling thread on its CPU until enable_preemption() is called as
/// often, before the thread ends. Interrupts still come. Nothing happens
/// outside of threads.
void disable_preemption();
void enable_preemption();

/// Returns how deep the calling thread is in disable_preemption(): 0 outside of
/// threads.
unsigned preemption_depth();

/// Turns interrupts off on this CPU and returns whether they were on, or turns
/// them on again where they were.
bool disable_interrupts();
void restore_interrupts(bool were_on);

/// Returns whether the timer may take the CPU from the caller.
bool is_preemptible();

/// Makes the calling thread's turn end that long from now: 1 to 10000. Not
/// where the thread is in disable_preemption(): there the interrupt comes, but
/// the thread stays.
void end_turn_after(unsigned microseconds);

/// Returns the number with which this CPU is in run_threads(). It comes from
/// another register than the library's, and stays true where the caller does.
unsigned current_cpu();

/// What run_threads() calls with the address of each instruction that the timer
/// interrupted, and which returns where to go on. Interrupts are off.
using InterruptHook = uintptr_t (*)(uintptr_t pc);

/// Sets the hook, or none, for the interrupts from now on. One that is being
/// handled on another CPU may still call the hook before.
void set_interrupt_hook(InterruptHook hook);

/// What happened since the last call of reset_thread_counts().
struct ThreadCounts {
  uint64_t interrupts;  ///< Of threads, by the timer.
  uint64_t migrations;  ///< A thread went on, on another CPU than before.
  uint64_t rewinds;     ///< The hook returned another address.
  /// Migrations of threads that the hook had rewound when they were stopped.
  uint64_t migrations_inside;
};
ThreadCounts thread_counts();
void reset_thread_counts();

}  // namespace kernel

#endif  // PERCPU_KERNEL_THREAD_H_
