// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/internal/state.h"

#include "percpu/misuse.h"

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

}  // namespace percpu::internal
