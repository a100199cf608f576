// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A pointer that outlives the guard which it was given under.

#include "percpu/percpu.h"

struct Queue {
  int length;
};
DEF_PERCPU(Queue, queue, {});

#ifdef PERCPU_TESTS_FAIL
Queue* unguarded() {
  percpu::PreemptGuard guard;
  return queue.current_ptr(guard);
}
#else
int guarded() {
  percpu::PreemptGuard guard;
  return queue.current_ptr(guard)->length;
}
#endif
