// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Lets a case run code on threads that all CPUs share.
//
//   run_threads(5, [](unsigned thread) { add(calls[thread], 1); });

#ifndef PERCPU_TESTS_KERNEL_THREADS_H_
#define PERCPU_TESTS_KERNEL_THREADS_H_

#include "kernel/thread.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {

/// How long a thread has a CPU.
inline constexpr unsigned kMicroseconds = 100;

/// Makes `count` threads call `function(0)`, `function(1)`... until all have
/// returned. Only for CPU 0.
inline void run_threads(unsigned count, void (*function)(unsigned thread)) {
  struct Job {
    void (*function)(unsigned thread);
    unsigned thread;
  };
  Job jobs[kernel::kMaxThreads];
  for (unsigned i = 0; i < count; ++i) {
    jobs[i] = {.function = function, .thread = i};
    kernel::create_thread(
        [](void* argument) {
          const Job& job = *static_cast<Job*>(argument);
          job.function(job.thread);
        },
        &jobs[i]);
  }
  run_on_all_cpus(
      [](unsigned cpu) { kernel::run_threads(cpu, kMicroseconds); });
}

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_THREADS_H_
