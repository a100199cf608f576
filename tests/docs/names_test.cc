// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The code of docs/names.md compiles and runs.

#include "tests/docs/names.h"
#include "gtest/gtest.h"
#include "percpu/percpu.h"

namespace {

TEST(Names, AreThoseOfTheLibrary) {
  ASSERT_TRUE(percpu::init().ok());
  percpu::init_percpu_reg(1);
  EXPECT_EQ(on_this_cpu(5), 5u + 15u);
  EXPECT_EQ(queue.remote_ptr(1)->length, 2u);
  pinned(1);
  EXPECT_EQ(*ticks.remote_ptr(1), 15u + 1 + 8);
  EXPECT_EQ(total(), 24u + 4);
}

}  // namespace
