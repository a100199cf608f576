// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// init(base, cpu_count): areas in memory that the kernel gives, for fewer CPUs
// than the image has areas for. The cases follow each other: the last ones use
// the areas that the middle one makes.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

// CPU 0's area in the image, which is the template (linker/percpu.ld.tpl).
extern "C" uint8_t _percpu_start[];

namespace percpu_tests {

void prepare() {}

namespace {

/// One less than the image has areas for.
constexpr unsigned kAreas = kCpus - 1;
constexpr uint8_t kFiller = 0x5a;
constexpr uintptr_t kMaxAddress = ~uintptr_t{0};

alignas(4096) constinit uint8_t memory[16 * 1024] = {};

DEF_PERCPU(uint64_t, value, 0x0123'4567'89ab'cdef);
DEF_PERCPU_HOT(uint16_t, hot, 0xbeef);
struct alignas(256) Wide {
  uint64_t words[40];
};
DEF_PERCPU(Wide, wide, {.words = {1, 2, 3}});

/// A sum that every byte and its place go into.
uint64_t digest(const uint8_t* bytes, size_t size) {
  uint64_t sum = 0;
  for (size_t i = 0; i < size; ++i) sum = sum * 31 + bytes[i];
  return sum;
}

/// Expects that init() refuses and has no effect at all.
void expect_refused(uintptr_t base, size_t cpu_count, percpu::InitError error) {
  const size_t template_size = percpu::area_size();
  const uint64_t template_digest = digest(_percpu_start, template_size);
  const uintptr_t reg = percpu::read_percpu_reg();
  const percpu::InitResult result =
      percpu::init(reinterpret_cast<void*>(base), cpu_count);
  EXPECT_EQ(result.error(), error) << result.message();
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(result.cpu_count(), 0u);
  EXPECT_EQ(percpu::area_num(), 0u);
  EXPECT_EQ(percpu::read_percpu_reg(), reg);
  EXPECT_EQ(digest(_percpu_start, template_size), template_digest);
  for (size_t i = 0; i < sizeof(memory); ++i) ASSERT_EQ(memory[i], kFiller);
}

class InitMemoryTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_LE(percpu::area_layout(kAreas).size, sizeof(memory));
    if (percpu::area_num() == 0) {
      __builtin_memset(memory, kFiller, sizeof(memory));
    }
  }

  const uintptr_t base_ = reinterpret_cast<uintptr_t>(memory);
  const uintptr_t template_ = reinterpret_cast<uintptr_t>(_percpu_start);
  const size_t align_ = percpu::area_layout(1).align;
};

TEST_F(InitMemoryTest, RefusesNull) {
  expect_refused(0, kAreas, percpu::InitError::kNullBase);
}

TEST_F(InitMemoryTest, RefusesMisalignedMemory) {
  expect_refused(base_ + 1, kAreas, percpu::InitError::kMisalignedBase);
  expect_refused(base_ + 64, kAreas, percpu::InitError::kMisalignedBase);
  expect_refused(base_ + align_ / 2, kAreas,
                 percpu::InitError::kMisalignedBase);
}

TEST_F(InitMemoryTest, RefusesNumbersOfCpus) {
  expect_refused(base_, 0, percpu::InitError::kZeroCpus);
  expect_refused(base_, kCpus + 1, percpu::InitError::kTooManyCpus);
  expect_refused(base_, ~size_t{0}, percpu::InitError::kTooManyCpus);
}

TEST_F(InitMemoryTest, RefusesMemoryThatOverlapsTheTemplate) {
  expect_refused(template_ + align_, 1, percpu::InitError::kOverlapsTemplate);
  expect_refused(template_ - align_, kAreas,
                 percpu::InitError::kOverlapsTemplate);
}

TEST_F(InitMemoryTest, RefusesMemoryBeyondTheLastAddress) {
  expect_refused(kMaxAddress - align_ + 1, kAreas,
                 percpu::InitError::kUnreachableBase);
}

TEST_F(InitMemoryTest, TakesMemoryAfterFailures) {
  const uint64_t template_digest = digest(_percpu_start, percpu::area_size());
  const percpu::InitResult result = percpu::init(memory, kAreas);
  ASSERT_TRUE(result.ok()) << result.message();
  EXPECT_EQ(result.cpu_count(), kAreas);
  EXPECT_EQ(percpu::area_num(), kAreas);
  EXPECT_EQ(percpu::area_base(0), base_);
  EXPECT_EQ(percpu::area_base(kAreas - 1),
            base_ + (kAreas - 1) * percpu::area_size());
  EXPECT_EQ(digest(_percpu_start, percpu::area_size()), template_digest);
  for (size_t i = percpu::area_layout(kAreas).size; i < sizeof(memory); ++i) {
    ASSERT_EQ(memory[i], kFiller) << "byte " << i << " behind the areas";
  }
}

TEST_F(InitMemoryTest, EveryCpuUsesItsArea) {
  run_on_all_cpus([](unsigned cpu) {
    if (cpu >= kAreas) return;
    percpu::init_percpu_reg(cpu);
    EXPECT_EQ(percpu::current_cpu(), cpu);
    EXPECT_EQ(value.read_current(), 0x0123'4567'89ab'cdefu);
    EXPECT_EQ(hot.read_current(), 0xbeef);
    EXPECT_EQ(wide.current_ptr()->words[2], 3u);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(wide.current_ptr()),
              reinterpret_cast<uintptr_t>(memory) + wide.offset() +
                  cpu * percpu::area_size());
    value.write_current(cpu);
    hot.increment_current();
    wide.with_current([&](Wide& w) { w.words[2] = cpu; });
  });
  for (unsigned cpu = 0; cpu < kAreas; ++cpu) {
    EXPECT_EQ(*value.remote_ptr(cpu), cpu);
    EXPECT_EQ(*hot.remote_ptr(cpu), 0xbef0);
    EXPECT_EQ(wide.remote_ptr(cpu)->words[2], cpu);
  }
}

TEST_F(InitMemoryTest, ResetTakesTheTemplate) {
  run_on_all_cpus([](unsigned cpu) {
    if (cpu >= kAreas) return;
    value.write_current(cpu);
    value.reset_to_init();
    wide.reset_to_init();
    EXPECT_EQ(value.read_current(), 0x0123'4567'89ab'cdefu);
    EXPECT_EQ(wide.current_ptr()->words[2], 3u);
  });
}

}  // namespace
}  // namespace percpu_tests
