// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What most suites start from: every CPU has its area.

#include "kernel/kernel.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {

void prepare() {
  const percpu::InitResult result = percpu::init();
  if (!result.ok()) kernel::panic(result.message());
  run_on_all_cpus([](unsigned cpu) { percpu::init_percpu_reg(cpu); });
}

}  // namespace percpu_tests
