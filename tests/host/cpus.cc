// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/host/cpus.h"

#include <thread>

namespace percpu_tests {

void on_cpu(size_t cpu, const std::function<void()>& function) {
  std::thread([&] {
    percpu::init_percpu_reg(cpu);
    function();
  }).join();
}

void on_each_cpu(const std::function<void(size_t)>& function) {
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    on_cpu(cpu, [&] { function(cpu); });
  }
}

}  // namespace percpu_tests
