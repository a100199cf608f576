// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The code of docs/how-it-works.md puts the areas into memory of one's own.

#include <stdint.h>
#include <stdlib.h>

#include "gtest/gtest.h"

static void* allocated = nullptr;

static void* allocate(size_t size, size_t align) {
  return allocated = aligned_alloc(align, size);
}

#include "tests/docs/how_it_works_elsewhere.h"

namespace {

DEF_PERCPU(uint64_t, number, 7);

TEST(Elsewhere, AreasStandInTheMemoryGiven) {
  const percpu::InitResult result = init_elsewhere(2);
  ASSERT_TRUE(result.ok()) << result.message();
  EXPECT_EQ(result.cpu_count(), 2u);
  EXPECT_EQ(percpu::area_base(0), reinterpret_cast<uintptr_t>(allocated));
  EXPECT_EQ(*number.remote_ptr(1), 7u);
}

}  // namespace
