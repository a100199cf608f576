// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Tests of a kernel's code with GoogleTest, in a Linux process with threads for
// CPUs:
//
//   using RunQueueTest = percpu::testing::PerCpuTest;
//
//   TEST_F(RunQueueTest, KeepsTheCpusApart) {
//     enqueue(&thread);  // as CPU 0
//     percpu::testing::run_as_cpu(1, [] { EXPECT_EQ(pick_next(), nullptr); });
//     EXPECT_EQ(pick_next(), &thread);
//   }
//
// In BUILD: deps = ["@percpu//percpu/testing"]. host_test.bzl has the same test
// under QEMU for other architectures, and under sanitizers.

#ifndef PERCPU_TESTING_TESTING_H_
#define PERCPU_TESTING_TESTING_H_

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "percpu/testing/cpus.h"

namespace percpu::testing {

/// A test whose per-CPU variables all start with their initial values, and
/// whose thread is CPU 0. Inherit from it, or use it as it is; a SetUp() of
/// one's own need not call this one's.
class PerCpuTest : public ::testing::Test {
 private:
  struct Reset {
    Reset() { reset(); }
  };
  Reset reset_;
  ScopedCpu cpu_{0};
};

}  // namespace percpu::testing

#endif  // PERCPU_TESTING_TESTING_H_
