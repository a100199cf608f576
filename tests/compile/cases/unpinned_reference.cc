// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A reference that nothing pins.

#include "percpu/percpu.h"

struct Queue {
  int length;
};
DEF_PERCPU(Queue, queue, {});

int read() {
#ifdef PERCPU_TESTS_FAIL
  return queue.ref().length;
#else
  return queue.current_ref_raw().length;
#endif
}
