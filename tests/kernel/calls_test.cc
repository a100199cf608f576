// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The register survives whatever the compiler makes of the code around an
// access, and an access leaves the compiler's registers alone.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"

namespace percpu_tests {
namespace {

DEF_PERCPU(uint64_t, depth, 0);
DEF_PERCPU_HOT(uint64_t, visits, 0);

/// Expects that the current CPU is still `cpu` by all that the library knows.
void expect_on(unsigned cpu, const char* after) {
  EXPECT_EQ(percpu::read_percpu_reg(), percpu::area_base(cpu)) << after;
  EXPECT_EQ(percpu::current_cpu(), cpu) << after;
}

[[gnu::noinline]] uint64_t descend(unsigned cpu, uint64_t levels) {
  // Kept in the frame, so that no call becomes a jump.
  volatile uint64_t level = levels;
  EXPECT_EQ(depth.fetch_add_current_raw(1), 200 - level);
  if (level > 1) descend(cpu, level - 1);
  visits.increment_current_raw();
  EXPECT_EQ(depth.add_return_current_raw(-1), 200 - level);
  return level;
}

TEST(CallsTest, DeepRecursion) {
  run_on_all_cpus([](unsigned cpu) {
    visits.write_current(0);
    EXPECT_EQ(descend(cpu, 200), 200u);
    EXPECT_EQ(depth.read_current(), 0u);
    EXPECT_EQ(visits.read_current(), 200u);
    expect_on(cpu, "recursion");
  });
}

[[gnu::noinline]] void visit_once() { visits.increment_current_raw(); }
[[gnu::noinline]] void visit_twice() { visits.add_current_raw(2); }

TEST(CallsTest, IndirectCalls) {
  static void (*volatile functions[])() = {visit_once, visit_twice};
  run_on_all_cpus([](unsigned cpu) {
    visits.write_current(0);
    for (unsigned i = 0; i < 1000; ++i) functions[i % 2]();
    EXPECT_EQ(visits.read_current(), 1500u);
    expect_on(cpu, "indirect calls");
  });
}

struct Large {
  uint64_t words[64];
};

[[gnu::noinline]] Large make_large(uint64_t first) {
  Large large;
  for (uint64_t i = 0; i < 64; ++i) large.words[i] = first + i;
  visits.increment_current_raw();
  return large;
}

TEST(CallsTest, LargeArgumentsAndResults) {
  run_on_all_cpus([](unsigned cpu) {
    visits.write_current(0);
    const Large large = make_large(cpu);
    EXPECT_EQ(large.words[63], cpu + 63);
    EXPECT_EQ(visits.read_current(), 1u);
    expect_on(cpu, "a large result");
  });
}

TEST(CallsTest, LargeCopies) {
  constexpr size_t kSize = size_t{64} * 1024;
  alignas(64) static constinit uint8_t from[kCpus][kSize] = {};
  alignas(64) static constinit uint8_t to[kCpus][kSize] = {};
  run_on_all_cpus([](unsigned cpu) {
    visits.write_current(cpu);
    __builtin_memset(from[cpu], static_cast<int>(cpu + 1), kSize);
    expect_on(cpu, "memset");
    __builtin_memcpy(to[cpu], from[cpu], kSize);
    expect_on(cpu, "memcpy");
    __builtin_memmove(to[cpu] + 1, to[cpu], kSize - 1);
    expect_on(cpu, "memmove");
    EXPECT_EQ(__builtin_memcmp(to[cpu], from[cpu], kSize), 0);
    expect_on(cpu, "memcmp");
    EXPECT_EQ(visits.read_current(), cpu);
  });
}

DEF_PERCPU(uint32_t, narrow, 0);

// More live values than registers around every kind of access. Each is used
// before and after, in an order that no formula shortens.
[[gnu::noinline]] uint64_t mix(const volatile uint64_t* input) {
  uint64_t v[24];
#pragma clang loop unroll(full)
  for (int i = 0; i < 24; ++i) v[i] = input[i];
  uint64_t sum = 0;
#pragma clang loop unroll(full)
  for (int i = 0; i < 24; ++i) {
    visits.write_current_raw(v[i]);
    visits.add_current_raw(v[(i + 5) % 24]);
    sum += visits.exchange_current_raw(v[(i + 7) % 24]);
    uint64_t expected = v[(i + 7) % 24];
    sum ^= visits.compare_exchange_current_raw(expected, v[(i + 11) % 24]);
    narrow.write_current_raw(static_cast<uint32_t>(v[(i + 13) % 24]));
    sum += narrow.fetch_add_current_raw(static_cast<uint32_t>(sum));
    sum ^= visits.read_current_raw() << (i % 8);
    v[i] = sum;
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 24; ++i) sum = sum * 31 + v[i];
  return sum;
}

/// The same on ordinary variables.
[[gnu::noinline]] uint64_t mix_plainly(const volatile uint64_t* input) {
  uint64_t v[24];
  for (int i = 0; i < 24; ++i) v[i] = input[i];
  uint64_t sum = 0;
  for (int i = 0; i < 24; ++i) {
    sum += v[i] + v[(i + 5) % 24];
    sum ^= 1;
    sum += static_cast<uint32_t>(v[(i + 13) % 24]);
    sum ^= v[(i + 11) % 24] << (i % 8);
    v[i] = sum;
  }
  for (int i = 0; i < 24; ++i) sum = sum * 31 + v[i];
  return sum;
}

TEST(CallsTest, ManyLiveValues) {
  run_on_all_cpus([](unsigned cpu) {
    volatile uint64_t input[24];
    for (uint64_t i = 0; i < 24; ++i) {
      input[i] = (i + 1) * (cpu + 1) * 0x9e37'79b9'7f4a'7c15;
    }
    EXPECT_EQ(mix(input), mix_plainly(input));
    expect_on(cpu, "many live values");
  });
}

}  // namespace
}  // namespace percpu_tests
