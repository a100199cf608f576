// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// init() in the image's own areas. The cases follow each other: nothing is
// initialised before the first.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {

void prepare() {}

namespace {

DEF_PERCPU(uint64_t, value, 0x0123'4567'89ab'cdef);
DEF_PERCPU_HOT(uint16_t, hot, 0xbeef);

TEST(InitTest, NothingIsThereBefore) { EXPECT_EQ(percpu::area_num(), 0u); }

TEST(InitTest, FailedCallChangesNothing) {
  const uintptr_t reg = percpu::read_percpu_reg();
  const percpu::InitResult result = percpu::init(nullptr, 1);
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(result.error(), percpu::InitError::kNullBase);
  EXPECT_EQ(percpu::area_num(), 0u);
  EXPECT_EQ(percpu::read_percpu_reg(), reg);
}

TEST(InitTest, FirstCallSucceeds) {
  const uintptr_t reg = percpu::read_percpu_reg();
  const percpu::InitResult result = percpu::init();
  EXPECT_TRUE(result.ok());
  EXPECT_TRUE(static_cast<bool>(result));
  EXPECT_EQ(result.cpu_count(), kCpus);
  EXPECT_EQ(result.error(), percpu::InitError::kNone);
  EXPECT_EQ(percpu::area_num(), kCpus);
  EXPECT_EQ(percpu::read_percpu_reg(), reg) << "init() leads no CPU anywhere";
}

TEST(InitTest, EveryCopyHasItsInitialValue) {
  for (unsigned cpu = 0; cpu < kCpus; ++cpu) {
    EXPECT_EQ(*value.remote_ptr(cpu), 0x0123'4567'89ab'cdefu);
    EXPECT_EQ(*hot.remote_ptr(cpu), 0xbeef);
  }
  run_on_all_cpus([](unsigned cpu) {
    percpu::init_percpu_reg(cpu);
    EXPECT_EQ(percpu::current_cpu(), cpu);
    EXPECT_EQ(percpu::read_percpu_reg(), percpu::area_base(cpu));
    EXPECT_EQ(value.read_current(), 0x0123'4567'89ab'cdefu);
    EXPECT_EQ(hot.read_current(), 0xbeef);
  });
}

/// Expects `result` to say that init() was called before.
void expect_already(const percpu::InitResult& result) {
  EXPECT_EQ(result.error(), percpu::InitError::kAlreadyInitialized);
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(result.cpu_count(), 0u);
  EXPECT_STREQ(result.message(),
               "percpu: init() was called before; nothing was initialised "
               "again");
}

TEST(InitTest, SecondCallChangesNothing) {
  run_on_all_cpus([](unsigned cpu) { value.write_current(cpu); });
  const uintptr_t base = percpu::area_base(0);
  alignas(4096) static char memory[4096];
  expect_already(percpu::init());
  expect_already(percpu::init(memory, 1));
  EXPECT_EQ(percpu::area_num(), kCpus);
  EXPECT_EQ(percpu::area_base(0), base);
  run_on_all_cpus([](unsigned cpu) {
    EXPECT_EQ(value.read_current(), cpu);
    EXPECT_EQ(percpu::current_cpu(), cpu);
  });
}

TEST(InitTest, EveryErrorHasASentence) {
  const char* const nothing = percpu::message(static_cast<percpu::InitError>(
      static_cast<int>(percpu::InitError::kTooManyCpus) + 1));
  for (int i = 0; i <= static_cast<int>(percpu::InitError::kTooManyCpus); ++i) {
    const char* text = percpu::message(static_cast<percpu::InitError>(i));
    EXPECT_NE(text, nothing) << "error " << i;
    EXPECT_EQ(__builtin_memcmp(text, "percpu: ", 8), 0) << text;
  }
}

}  // namespace
}  // namespace percpu_tests
