// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The areas: where they stand, that they are disjoint, that the register and
// every way to an address agree, and initial values on demand.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/cpus.h"
#include "tests/kernel/hardware.h"

namespace percpu_tests {
namespace {

struct Record {
  uint64_t words[5];
};
constexpr Record kInitial = {.words = {9, 8, 7, 6, ~uint64_t{0}}};

DEF_PERCPU(uint64_t, plain, 0x1111'2222'3333'4444);
DEF_PERCPU_HOT(uint32_t, hot, 0x5555'6666);
DEF_PERCPU(Record, record, {.words = {9, 8, 7, 6, ~uint64_t{0}}});
DEF_PERCPU(uint8_t, last, 0xee);

TEST(AreasTest, AsManyAsTheSettingSays) {
  EXPECT_EQ(percpu::area_num(), kCpus);
}

TEST(AreasTest, LayoutFollowsTheSize) {
  const percpu::AreaLayout one = percpu::area_layout(1);
  EXPECT_EQ(one.size, percpu::area_size());
  EXPECT_EQ(percpu::area_layout(kCpus).size, kCpus * percpu::area_size());
  EXPECT_EQ(percpu::area_layout(kCpus).align, one.align);
  EXPECT_GE(one.align, 64u);
  EXPECT_EQ(one.align & (one.align - 1), 0u);
  EXPECT_EQ(percpu::area_size() % one.align, 0u);
}

TEST(AreasTest, StandOneAfterAnotherAndDisjoint) {
  for (size_t cpu = 0; cpu < kCpus; ++cpu) {
    EXPECT_EQ(percpu::area_base(cpu) % percpu::area_layout(1).align, 0u);
    EXPECT_EQ(percpu::area_base(cpu),
              percpu::area_base(0) + cpu * percpu::area_size());
  }
  if (kIsNaive) return;
  EXPECT_GE(percpu::area_size(), last.offset() + sizeof(uint8_t));
  EXPECT_GE(percpu::area_size(), record.offset() + sizeof(Record));
}

TEST(AreasTest, RegisterHoldsTheBase) {
  run_on_all_cpus([](unsigned cpu) {
    EXPECT_EQ(percpu::read_percpu_reg(), percpu::area_base(cpu));
    EXPECT_EQ(percpu::current_cpu(), cpu);
    if (!kIsNaive) EXPECT_EQ(hardware_base(), percpu::area_base(cpu));
  });
}

/// Expects that every way to `variable` on CPU `cpu`, the current one, leads to
/// the same address.
void expect_one_address(const auto& variable, unsigned cpu) {
  const auto address = reinterpret_cast<uintptr_t>(variable.current_ptr());
  EXPECT_EQ(address, percpu::area_base(cpu) + variable.offset());
  EXPECT_EQ(variable.remote_ptr(cpu), variable.current_ptr());
  EXPECT_EQ(&variable.remote_ref_raw(cpu), variable.current_ptr());
  EXPECT_EQ(&variable.current_ref_raw(), variable.current_ptr());
  variable.with_current(
      [&](auto& reference) { EXPECT_EQ(&reference, variable.current_ptr()); });
}

TEST(AreasTest, EveryWayLeadsToTheSameAddress) {
  run_on_all_cpus([](unsigned cpu) {
    expect_one_address(plain, cpu);
    expect_one_address(hot, cpu);
    expect_one_address(record, cpu);
    expect_one_address(last, cpu);
  });
}

TEST(AreasTest, OffsetIsTheLinkAddress) {
  EXPECT_EQ(plain.offset(), plain.symbol_vma());
  EXPECT_EQ(hot.offset(), hot.symbol_vma());
  EXPECT_NE(plain.offset(), last.offset());
}

TEST(AreasTest, HotVariablesStandFirst) {
  if (kIsNaive) GTEST_SKIP() << "plain globals have no areas";
  EXPECT_LT(hot.offset(), plain.offset());
  EXPECT_LT(hot.offset(), record.offset());
}

/// Expects that a pointer sees what `function` makes of 40. The compiler may
/// not take the value that it knows.
void expect_seen(uint64_t wanted, const char* name, auto function) {
  uint64_t* own = plain.current_ptr();
  *own = 40;
  function();
  const uint64_t seen = *own;
  EXPECT_EQ(seen, wanted) << name;
}

TEST(AreasTest, PointersSeeWhatAccessorsWrite) {
  run_on_all_cpus([](unsigned) {
    expect_seen(5, "write", [] { plain.write_current_raw(5); });
    expect_seen(5, "exchange", [] { plain.exchange_current_raw(5); });
    expect_seen(5, "compare_exchange", [] {
      uint64_t expected = 40;
      plain.compare_exchange_current_raw(expected, 5);
    });
    expect_seen(42, "add", [] { plain.add_current_raw(2); });
    expect_seen(38, "sub", [] { plain.sub_current_raw(2); });
    expect_seen(41, "increment", [] { plain.increment_current_raw(); });
    expect_seen(39, "decrement", [] { plain.decrement_current_raw(); });
    expect_seen(42, "fetch_add", [] { plain.fetch_add_current_raw(2); });
    expect_seen(42, "add_return", [] { plain.add_return_current_raw(2); });
    expect_seen(8, "and", [] { plain.and_current_raw(0xf); });
    expect_seen(47, "or", [] { plain.or_current_raw(0xf); });
    expect_seen(39, "xor", [] { plain.xor_current_raw(0xf); });
  });
}

TEST(AreasTest, AccessorsSeeWhatPointersWrite) {
  run_on_all_cpus([](unsigned) {
    uint64_t* own = plain.current_ptr();
    // No write may be dropped for the next one's sake.
    *own = 41;
    const uint64_t first = plain.read_current_raw();
    *own = 42;
    const uint64_t second = plain.fetch_add_current_raw(1);
    *own = 43;
    const uint64_t third = plain.exchange_current_raw(0);
    *own = 44;
    EXPECT_EQ(first, 41u);
    EXPECT_EQ(second, 42u);
    EXPECT_EQ(third, 43u);
  });
}

TEST(AreasTest, RegisterMayLeadToAnotherArea) {
  if (kIsNaive) GTEST_SKIP() << "there is one area";
  plain.remote_ref_raw(0) = 10;
  plain.remote_ref_raw(1) = 11;
  const uintptr_t own = percpu::read_percpu_reg();
  percpu::write_percpu_reg(percpu::area_base(1));
  const uint64_t seen = plain.read_current_raw();
  const size_t cpu = percpu::current_cpu();
  plain.write_current_raw(21);
  percpu::write_percpu_reg(own);
  EXPECT_EQ(seen, 11u);
  EXPECT_EQ(cpu, 1u);
  EXPECT_EQ(plain.remote_ref_raw(1), 21u);
  EXPECT_EQ(plain.read_current_raw(), 10u);
}

TEST(AreasTest, ResetGivesInitialValuesAgain) {
  for (int round = 0; round < 2; ++round) {
    run_on_all_cpus([](unsigned cpu) {
      plain.write_current(cpu);
      hot.write_current(cpu);
      record.with_current([](Record& r) { r = {}; });
      last.write_current(static_cast<uint8_t>(cpu));
      plain.reset_to_init();
      hot.reset_to_init();
      record.reset_to_init();
      EXPECT_EQ(plain.read_current(), 0x1111'2222'3333'4444u);
      EXPECT_EQ(hot.read_current(), 0x5555'6666u);
      for (size_t i = 0; i < 5; ++i) {
        EXPECT_EQ(record.current_ptr()->words[i], kInitial.words[i]);
      }
      EXPECT_EQ(last.read_current(), cpu) << "was not reset";
    });
  }
}

TEST(AreasTest, ResetIsOfTheCurrentCpuOnly) {
  run_on_all_cpus([](unsigned cpu) { plain.write_current(cpu + 1); });
  run_on(kCpus - 1, [] { plain.reset_to_init(); });
  for (unsigned cpu = 0; cpu + 1 < kCpus; ++cpu) {
    EXPECT_EQ(*plain.remote_ptr(cpu), cpu + 1);
  }
  EXPECT_EQ(*plain.remote_ptr(kCpus - 1), 0x1111'2222'3333'4444u);
}

}  // namespace
}  // namespace percpu_tests
