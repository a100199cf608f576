// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A pointer that nothing pins, in a kernel that preempts.

#include "percpu/percpu.h"

struct Queue {
  int length;
};
DEF_PERCPU(Queue, queue, {});

int read() {
#ifdef PERCPU_TESTS_FAIL
  return queue.current_ptr()->length;
#else
  percpu::PreemptGuard guard;
  return queue.current_ptr(guard)->length + queue.current_ptr_raw()->length;
#endif
}
