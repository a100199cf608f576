// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A pin that is kept beyond the scope of the guard.

#include "percpu/percpu.h"

DEF_PERCPU(int, number, 1);

int read() {
  percpu::PreemptGuard guard;
#ifdef PERCPU_TESTS_FAIL
  percpu::PreemptGuard pin = guard;
#else
  const percpu::Pin& pin = guard;
#endif
  return number.read_current(pin);
}
