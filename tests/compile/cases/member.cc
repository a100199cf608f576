// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A member of eight bytes that is aligned to four.

#include "percpu/percpu.h"

struct Pair {
  int first;
  int second;
};
struct Queue {
  int length;
#ifdef PERCPU_TESTS_FAIL
  Pair range;
#else
  alignas(8) Pair range;
#endif
};
DEF_PERCPU(Queue, queue, {});

int read() { return queue.member<&Queue::length>().read_current(); }
int read_range() { return queue.member<&Queue::range>().read_current().first; }
