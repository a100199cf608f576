// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// init() where variables are plain globals (sp_naive).

#include <stdint.h>

#include "gtest/gtest.h"
#include "percpu/percpu.h"

namespace {

DEF_PERCPU(uint64_t, number, 7);

TEST(NaiveTest, HasOneAreaOfPlainGlobals) {
  EXPECT_EQ(percpu::init(nullptr, 1).error(), percpu::InitError::kNullBase);
  alignas(64) static char memory[64];
  EXPECT_EQ(percpu::init(memory, 2).error(), percpu::InitError::kTooManyCpus);
  EXPECT_EQ(percpu::init(memory, 0).error(), percpu::InitError::kZeroCpus);
  EXPECT_EQ(percpu::init(memory + 1, 1).error(),
            percpu::InitError::kMisalignedBase);
  EXPECT_EQ(percpu::area_num(), 0u);
  EXPECT_EQ(percpu::init().cpu_count(), 1u);
  EXPECT_EQ(percpu::init().error(), percpu::InitError::kAlreadyInitialized);
  percpu::init_percpu_reg(0);
  EXPECT_EQ(percpu::area_num(), 1u);
  EXPECT_EQ(percpu::area_size(), 0u);
  EXPECT_EQ(percpu::current_cpu(), 0u);
  number.write_current(8);
  EXPECT_EQ(*number.remote_ptr(0), 8u);
  EXPECT_EQ(number.symbol_vma(),
            reinterpret_cast<uintptr_t>(number.current_ptr()));
  number.reset_to_init();
  EXPECT_EQ(number.read_current(), 7u);
}

}  // namespace
