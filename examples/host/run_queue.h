// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel's run queues, one for each CPU:
//
//   enqueue(&thread);             // on the current CPU
//   Thread* next = pick_next();   // the current CPU's, or one of another CPU
//
// Freestanding, as a kernel's code is: the kernel and run_queue_test compile
// the same file.

#ifndef PERCPU_EXAMPLES_HOST_RUN_QUEUE_H_
#define PERCPU_EXAMPLES_HOST_RUN_QUEUE_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu/percpu.h"

namespace scheduler {

struct Thread {
  Thread* next;
};

/// Threads that wait, the first one on top. `is_locked` keeps other CPUs out.
struct RunQueue {
  bool is_locked;
  uint32_t length;
  Thread* first;
};
DECLARE_PERCPU(RunQueue, run_queue);

/// How many threads the CPU took from others.
DECLARE_PERCPU(uint64_t, steals);

/// Lets `thread` wait for the current CPU.
void enqueue(Thread* thread);

/// Takes a thread that waits: for the current CPU, or else for the CPU for
/// which most do. Returns null where none does.
Thread* pick_next();

}  // namespace scheduler

#endif  // PERCPU_EXAMPLES_HOST_RUN_QUEUE_H_
