// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A pin that moves to where another thread finds it.

#include "percpu/percpu.h"

DEF_PERCPU(int, number, 1);

int read() {
  percpu::PreemptGuard guard;
#ifdef PERCPU_TESTS_FAIL
  static percpu::PreemptGuard pin = static_cast<percpu::PreemptGuard&&>(guard);
#else
  const percpu::PreemptGuard& pin = guard;
#endif
  return number.read_current(pin);
}
