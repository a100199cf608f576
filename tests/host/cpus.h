// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Threads that are CPUs.
//
//   on_cpu(1, [] { ticks.increment_current(); });

#ifndef PERCPU_TESTS_HOST_CPUS_H_
#define PERCPU_TESTS_HOST_CPUS_H_

#include <stddef.h>

#include <functional>

#include "gtest/gtest.h"
#include "percpu/percpu.h"

namespace percpu_tests {

/// Calls `function` on a thread that is CPU `cpu`, and waits for it.
void on_cpu(size_t cpu, const std::function<void()>& function);

/// Calls `function(cpu)` on each CPU, one after the other.
void on_each_cpu(const std::function<void(size_t)>& function);

/// A test of what works after init(), which it calls once in the process.
class CpusTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (percpu::area_num() == 0) ASSERT_TRUE(percpu::init().ok());
  }
};

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_HOST_CPUS_H_
