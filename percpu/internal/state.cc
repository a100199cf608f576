// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/internal/state.h"

#include "percpu/misuse.h"
#include "percpu_arch/layout.h"
#include "percpu_arch/register.h"

namespace percpu::internal {

constinit State state = {};

void check_cpu(size_t cpu, const char* subject) {
  if (cpu < state.cpu_count) return;
  percpu_panic({.message = state.cpu_count == 0
                               ? "percpu: call init() before this"
                               : "percpu: the CPU id is not below area_num()",
                .subject = subject,
                .call_site = __builtin_return_address(0)});
}

void check_register(const char* variable) {
  const uintptr_t register_value = arch::read_register();
  for (size_t cpu = 0; cpu < state.cpu_count; ++cpu) {
    if (register_value == arch::register_table()[cpu]) return;
  }
  percpu_panic(
      {.message = state.cpu_count == 0
                      ? "percpu: a variable is used before init()"
                      : "percpu: a variable is used on a CPU that has not "
                        "called init_percpu_reg()",
       .subject = variable,
       .call_site = __builtin_return_address(0)});
}

}  // namespace percpu::internal
