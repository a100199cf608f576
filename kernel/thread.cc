// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/thread.h"

#include "kernel/arch.h"
#include "kernel/kernel.h"
#include "kernel/lock.h"
#include "kernel/stack.h"

namespace kernel {
namespace {

constexpr unsigned kNoCpu = kMaxCpus;

struct Thread {
  arch::InterruptFrame* frame;
  void (*function)(void* argument);
  void* argument;
  /// Written by the thread alone, read by the interrupt that stops it.
  unsigned preemption_depth;
  /// Where it ran last, or kNoCpu.
  unsigned last_cpu;
  bool has_ended;
  bool was_rewound;
};

/// One for each thread, and one for each CPU's interrupts: there another CPU
/// may run a thread whose stack this one has just left.
alignas(16) constinit char thread_stacks[kMaxThreads][KERNEL_STACK_SIZE] = {};
alignas(16) constinit char interrupt_stacks[kMaxCpus][KERNEL_STACK_SIZE] = {};

constinit Thread threads[kMaxThreads] = {};
constinit unsigned thread_count = 0;
/// Atomic.
constinit InterruptHook interrupt_hook = nullptr;

// What the lock guards: the threads that wait for a CPU, in their order, and
// the counts.
constinit SpinLock lock;
constinit Thread* ready[kMaxThreads] = {};
constinit unsigned ready_first = 0;
constinit unsigned ready_count = 0;
constinit ThreadCounts counts = {};

/// Threads that may still run: not yet taken from their CPU for good. Atomic.
constinit unsigned running_count = 0;

/// Of each CPU, and used by it alone: its thread, or null while it waits for
/// one, and what it does while it waits.
struct Cpu {
  Thread* thread;
  arch::InterruptFrame* waiting;
  unsigned microseconds;
};
constinit Cpu cpus[kMaxCpus] = {};

void push(Thread* thread) {
  ready[(ready_first + ready_count) % kMaxThreads] = thread;
  ++ready_count;
}

Thread* pop() {
  if (ready_count == 0) return nullptr;
  Thread* const thread = ready[ready_first];
  ready_first = (ready_first + 1) % kMaxThreads;
  --ready_count;
  return thread;
}

uintptr_t end_of(char (&stack)[KERNEL_STACK_SIZE]) {
  return reinterpret_cast<uintptr_t>(stack) + KERNEL_STACK_SIZE;
}

/// The thread on whose stack this runs, or null. The address of a frame may be
/// the end of its stack (RISC-V ELF psABI, "Frame Pointer Convention").
Thread* current_thread() {
  const uintptr_t offset =
      reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) - 1 -
      reinterpret_cast<uintptr_t>(thread_stacks);
  return offset < sizeof(thread_stacks) ? &threads[offset / KERNEL_STACK_SIZE]
                                        : nullptr;
}

void thread_main() {
  Thread* const thread = current_thread();
  thread->function(thread->argument);
  if (thread->preemption_depth != 0) {
    panic(
        "a thread ends: call enable_preemption() before, as often as "
        "disable_preemption()");
  }
  __atomic_store_n(&thread->has_ended, true, __ATOMIC_RELAXED);
  // Until the timer takes the CPU away, for good.
  for (;;) arch::wait_for_interrupt();
}

/// Lets the hook move the frame's code; returns whether it did.
bool rewind(arch::InterruptFrame& frame) {
  const InterruptHook hook = __atomic_load_n(&interrupt_hook, __ATOMIC_ACQUIRE);
  if (hook == nullptr) return false;
  const uintptr_t pc = arch::interrupted_pc(frame);
  const uintptr_t next = hook(pc);
  if (next == pc) return false;
  arch::set_interrupted_pc(frame, next);
  return true;
}

/// Lets a thread that was stopped wait for a CPU, unless it has ended.
void put_aside(Thread* thread) {
  if (thread->has_ended) {
    __atomic_sub_fetch(&running_count, 1, __ATOMIC_RELEASE);
  } else {
    push(thread);
  }
}

/// Tells where `thread` goes on.
void set_cpu(Thread* thread, unsigned number) {
  if (thread->last_cpu != number && thread->last_cpu != kNoCpu) {
    ++counts.migrations;
    counts.migrations_inside += thread->was_rewound;
  }
  thread->last_cpu = number;
}

/// Stops what `cpu` does, and returns what goes on there. Holds the lock.
arch::InterruptFrame* switch_thread(Cpu& cpu, arch::InterruptFrame* frame,
                                    bool was_rewound) {
  counts.rewinds += was_rewound;
  Thread* const stopped = cpu.thread;
  if (stopped == nullptr) {
    cpu.waiting = frame;
  } else {
    ++counts.interrupts;
    if (stopped->preemption_depth != 0) return frame;
    stopped->frame = frame;
    stopped->was_rewound = was_rewound;
  }
  cpu.thread = pop();
  // Not before pop(): a CPU does not take its own thread, so that a lone thread
  // moves too.
  if (stopped != nullptr) put_aside(stopped);
  if (cpu.thread == nullptr) return cpu.waiting;
  set_cpu(cpu.thread, static_cast<unsigned>(&cpu - cpus));
  return cpu.thread->frame;
}

}  // namespace

void create_thread(void (*function)(void* argument), void* argument) {
  if (thread_count == kMaxThreads) {
    panic("create_thread: there are kernel::kMaxThreads already");
  }
  Thread& thread = threads[thread_count];
  thread = {.frame = arch::make_interrupt_frame(
                end_of(thread_stacks[thread_count]), thread_main),
            .function = function,
            .argument = argument,
            .preemption_depth = 0,
            .last_cpu = kNoCpu,
            .has_ended = false,
            .was_rewound = false};
  ++thread_count;
  __atomic_add_fetch(&running_count, 1, __ATOMIC_RELAXED);
  push(&thread);
}

void run_threads(unsigned cpu, unsigned microseconds) {
  cpus[cpu] = {
      .thread = nullptr, .waiting = nullptr, .microseconds = microseconds};
  arch::set_interrupt_stack(end_of(interrupt_stacks[cpu]));
  arch::start_timer(microseconds);
  arch::enable_interrupts();
  while (__atomic_load_n(&running_count, __ATOMIC_ACQUIRE) != 0) {
    // One that comes just before is missed, until the end of the next turn.
    arch::wait_for_interrupt();
  }
  arch::disable_interrupts();
  arch::stop_timer();
  thread_count = 0;
}

void disable_preemption() {
  Thread* const thread = current_thread();
  if (thread != nullptr) ++thread->preemption_depth;
  asm volatile("" : : : "memory");
}

void enable_preemption() {
  asm volatile("" : : : "memory");
  Thread* const thread = current_thread();
  if (thread != nullptr) --thread->preemption_depth;
}

unsigned preemption_depth() {
  const Thread* const thread = current_thread();
  return thread == nullptr ? 0 : thread->preemption_depth;
}

bool disable_interrupts() { return arch::disable_interrupts(); }

void restore_interrupts(bool were_on) { arch::restore_interrupts(were_on); }

bool is_preemptible() {
  const Thread* const thread = current_thread();
  if (thread == nullptr || thread->preemption_depth != 0) return false;
  const bool are_on = arch::disable_interrupts();
  arch::restore_interrupts(are_on);
  return are_on;
}

void end_turn_after(unsigned microseconds) { arch::start_timer(microseconds); }

unsigned current_cpu() {
  const uintptr_t offset = arch::interrupt_stack() - 1 -
                           reinterpret_cast<uintptr_t>(interrupt_stacks);
  return static_cast<unsigned>(offset / KERNEL_STACK_SIZE);
}

void set_interrupt_hook(InterruptHook hook) {
  __atomic_store_n(&interrupt_hook, hook, __ATOMIC_RELEASE);
}

ThreadCounts thread_counts() {
  const bool were_on = arch::disable_interrupts();
  lock.lock();
  const ThreadCounts result = counts;
  lock.unlock();
  arch::restore_interrupts(were_on);
  return result;
}

void reset_thread_counts() {
  const bool were_on = arch::disable_interrupts();
  lock.lock();
  counts = {};
  lock.unlock();
  arch::restore_interrupts(were_on);
}

}  // namespace kernel

kernel::arch::InterruptFrame* kernel_interrupt(
    kernel::arch::InterruptFrame* frame) {
  using namespace kernel;
  Cpu& cpu = cpus[current_cpu()];
  const bool was_rewound = rewind(*frame);
  lock.lock();
  arch::InterruptFrame* const next = switch_thread(cpu, frame, was_rewound);
  lock.unlock();
  // Last, so that what goes on has all of its time.
  arch::start_timer(cpu.microseconds);
  return next;
}
