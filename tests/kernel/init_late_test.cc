// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// init() after a CPU was led to an area that nobody had prepared.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {

void prepare() {}

namespace {

DEF_PERCPU(uint64_t, value, 77);

TEST(InitLateTest, RefusesForEver) {
  static constinit uint64_t early_area[1024] = {};
  percpu::write_percpu_reg(reinterpret_cast<uintptr_t>(early_area));
  for (int attempt = 0; attempt < 2; ++attempt) {
    const percpu::InitResult result = percpu::init();
    EXPECT_EQ(result.error(), percpu::InitError::kTooLate);
    EXPECT_EQ(result.cpu_count(), 0u);
    EXPECT_EQ(percpu::area_num(), 0u);
  }
  // Not a copy of the library's, but what the register leads to.
  if (!kIsNaive) {
    value.write_current_raw(5);
    EXPECT_EQ(early_area[value.offset() / sizeof(uint64_t)], 5u);
  }
}

}  // namespace
}  // namespace percpu_tests
