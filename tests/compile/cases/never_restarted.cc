// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel whose trap entry does not send accesses back.

#include "percpu/percpu.h"

DEF_PERCPU(uint64_t, ticks, 0);

extern "C" void _start() { ticks.increment_current(); }

#ifndef PERCPU_TESTS_FAIL
extern "C" [[gnu::used, gnu::retain]] uintptr_t on_trap(uintptr_t pc) {
  return percpu::restart_interrupted(pc);
}
#endif
