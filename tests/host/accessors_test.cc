// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Every accessor, for values of each kind and size.

#include <stdint.h>

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "percpu/testing/testing.h"

namespace percpu_tests {
namespace {

using percpu::testing::PerCpuTest;
using percpu::testing::run_as_cpu;
using percpu::testing::run_as_each_cpu;

enum class Level : uint8_t { kLow = 1, kHigh = 0xf0 };
enum Color : int32_t { kRed = -3, kBlue = 0x1234'5678 };
struct Pair {
  uint8_t a;
  uint8_t b;
};
struct Point {
  int32_t x;
  int32_t y;
};
struct Loose {
  uint8_t bytes[4];
};
using Text = const char*;
using Numbers = uint32_t*;
using Function = int (*)(int);

int twice(int number) { return 2 * number; }
int thrice(int number) { return 3 * number; }
constinit uint32_t numbers[16] = {};

// Macros, because each subject is a variable of its own. Its neighbours show
// whether an access is too wide.
#define SUBJECT(T, name, first, second, third)                       \
  DEF_PERCPU(uint8_t, name##_before, 0xa5);                          \
  DEF_PERCPU(T, name##_plain, first);                                \
  DEF_PERCPU(uint8_t, name##_after, 0x5a);                           \
  DEF_PERCPU_HOT(T, name##_hot, first);                              \
  struct name##_values {                                             \
    using Type = T;                                                  \
    static T at(int i) {                                             \
      const T values[] = {first, second, third};                     \
      return values[i];                                              \
    }                                                                \
    static bool neighbours_are_untouched() {                         \
      return name##_before.read_current_raw() == 0xa5 &&             \
             name##_after.read_current_raw() == 0x5a;                \
    }                                                                \
  };                                                                 \
  struct name##_of_plain : name##_values {                           \
    static constexpr const auto& variable() { return name##_plain; } \
  };                                                                 \
  struct name##_of_hot : name##_values {                             \
    static constexpr const auto& variable() { return name##_hot; }   \
  }

SUBJECT(bool, truth, false, true, true);
SUBJECT(char, character, 'a', '\x7f', '\0');
SUBJECT(int8_t, i8, -1, 0x7f, -128);
SUBJECT(uint8_t, u8, 1, 0xff, 0);
SUBJECT(int16_t, i16, -2, 0x7fff, -0x8000);
SUBJECT(uint16_t, u16, 1, 0xffff, 0);
SUBJECT(int32_t, i32, -3, 0x7fff'ffff, std::numeric_limits<int32_t>::min());
SUBJECT(uint32_t, u32, 1, 0xffff'ffff, 0);
SUBJECT(int64_t, i64, -4, 0x7fff'ffff'ffff'ffff,
        std::numeric_limits<int64_t>::min());
SUBJECT(uint64_t, u64, 1, 0xffff'ffff'ffff'ffff, 0);
SUBJECT(Level, level, Level::kLow, Level::kHigh, Level{0});
SUBJECT(Color, color, kRed, kBlue, Color{0});
SUBJECT(Numbers, pointer, numbers, numbers + 3, nullptr);
SUBJECT(Text, text, "one", "two", nullptr);
SUBJECT(Function, function, twice, thrice, nullptr);
SUBJECT(float, real, 1.5f, -0.25f, 0.0f);
SUBJECT(double, wide_real, 1.5, -0.25, 1e300);
SUBJECT(Pair, pair, (Pair{1, 2}), (Pair{3, 4}), (Pair{255, 0}));
SUBJECT(Point, point, (Point{1, -2}), (Point{-3, 4}), (Point{0, 1}));
SUBJECT(Loose, loose, (Loose{{1, 2, 3, 4}}), (Loose{{5, 6, 7, 8}}), Loose{});

template <typename T>
::testing::AssertionResult same(const T& a, const T& b) {
  if (std::ranges::equal(std::as_bytes(std::span(&a, 1)),
                         std::as_bytes(std::span(&b, 1)))) {
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure()
         << testing::PrintToString(a) << " is not "
         << testing::PrintToString(b);
}

// A process reaches hot and plain variables in the same way: one type shows it.
using Integers =
    testing::Types<character_of_plain, i8_of_plain, u8_of_plain, i16_of_plain,
                   u16_of_plain, i32_of_plain, u32_of_plain, i64_of_plain,
                   u64_of_plain, u64_of_hot>;
using Bitwise =
    testing::Types<truth_of_plain, level_of_plain, color_of_plain, i8_of_plain,
                   u16_of_plain, i32_of_plain, u64_of_plain, u64_of_hot>;
using Values =
    testing::Types<truth_of_plain, character_of_plain, i8_of_plain, u8_of_plain,
                   i16_of_plain, u16_of_plain, i32_of_plain, u32_of_plain,
                   i64_of_plain, u64_of_plain, u64_of_hot, level_of_plain,
                   color_of_plain, pointer_of_plain, text_of_plain,
                   function_of_plain, real_of_plain, wide_real_of_plain,
                   pair_of_plain, point_of_plain, loose_of_plain>;

template <typename Subject>
class ValueTest : public PerCpuTest {
 protected:
  using T = Subject::Type;
  void TearDown() override {
    run_as_each_cpu(
        [](size_t) { EXPECT_TRUE(Subject::neighbours_are_untouched()); });
  }
  static constexpr const auto& variable() { return Subject::variable(); }
  static T at(int i) { return Subject::at(i); }
};
TYPED_TEST_SUITE(ValueTest, Values);

TYPED_TEST(ValueTest, StartsWithTheInitialValue) {
  run_as_each_cpu([](size_t) {
    EXPECT_TRUE(
        same(TestFixture::variable().read_current(), TestFixture::at(0)));
  });
}

TYPED_TEST(ValueTest, WritesTheCurrentCopyAlone) {
  const auto& variable = TestFixture::variable();
  for (size_t writer = 0; writer < percpu::area_num(); ++writer) {
    run_as_cpu(writer, [&] {
      variable.write_current(TestFixture::at(1));
      EXPECT_TRUE(same(variable.read_current(), TestFixture::at(1)));
      EXPECT_TRUE(same(variable.read_current_raw(), TestFixture::at(1)));
    });
    for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
      EXPECT_TRUE(same(*variable.remote_ptr(cpu),
                       TestFixture::at(cpu == writer ? 1 : 0)));
    }
    run_as_cpu(writer, [&] {
      variable.write_current_raw(TestFixture::at(0));
      EXPECT_TRUE(same(*variable.current_ptr(), TestFixture::at(0)));
    });
  }
}

TYPED_TEST(ValueTest, Exchanges) {
  const auto& variable = TestFixture::variable();
  run_as_each_cpu([&](size_t) {
    EXPECT_TRUE(same(variable.exchange_current(TestFixture::at(1)),
                     TestFixture::at(0)));
    EXPECT_TRUE(same(variable.exchange_current_raw(TestFixture::at(2)),
                     TestFixture::at(1)));
    EXPECT_TRUE(same(variable.read_current(), TestFixture::at(2)));
    percpu::AssumedPin pin;
    EXPECT_TRUE(same(variable.exchange_current(pin, TestFixture::at(1)),
                     TestFixture::at(2)));
    EXPECT_TRUE(same(variable.read_current(pin), TestFixture::at(1)));
    variable.write_current(pin, TestFixture::at(0));
    EXPECT_TRUE(same(variable.ref(pin), TestFixture::at(0)));
  });
}

TYPED_TEST(ValueTest, ComparesAndExchanges) {
  const auto& variable = TestFixture::variable();
  run_as_each_cpu([&](size_t) {
    auto expected = TestFixture::at(0);
    EXPECT_TRUE(
        variable.compare_exchange_current(expected, TestFixture::at(1)));
    EXPECT_TRUE(same(expected, TestFixture::at(0)));
    EXPECT_FALSE(
        variable.compare_exchange_current(expected, TestFixture::at(2)));
    EXPECT_TRUE(same(expected, TestFixture::at(1)));
    EXPECT_TRUE(same(variable.read_current(), TestFixture::at(1)));
    EXPECT_TRUE(
        variable.compare_exchange_current_raw(expected, TestFixture::at(2)));
    EXPECT_TRUE(same(variable.read_current(), TestFixture::at(2)));
    percpu::AssumedPin pin;
    expected = TestFixture::at(2);
    EXPECT_TRUE(
        variable.compare_exchange_current(pin, expected, TestFixture::at(0)));
    EXPECT_TRUE(same(variable.read_current(), TestFixture::at(0)));
    EXPECT_FALSE(
        variable.compare_exchange_current(pin, expected, TestFixture::at(1)));
    EXPECT_TRUE(same(expected, TestFixture::at(0)));
  });
}

TYPED_TEST(ValueTest, ResetsTheCurrentCopyAlone) {
  const auto& variable = TestFixture::variable();
  run_as_each_cpu([&](size_t) { variable.write_current(TestFixture::at(1)); });
  run_as_cpu(0, [&] {
    variable.reset_to_init();
    EXPECT_TRUE(same(variable.read_current(), TestFixture::at(0)));
  });
  for (size_t cpu = 1; cpu < percpu::area_num(); ++cpu) {
    EXPECT_TRUE(same(variable.remote_ref_raw(cpu), TestFixture::at(1)));
  }
}

template <typename Subject>
using IntegerTest = ValueTest<Subject>;
TYPED_TEST_SUITE(IntegerTest, Integers);

TYPED_TEST(IntegerTest, AddsWrapping) {
  using T = TypeParam::Type;
  const auto& variable = TestFixture::variable();
  const auto plus = [](T value, int difference) {
    return static_cast<T>(static_cast<uint64_t>(value) +
                          static_cast<uint64_t>(difference));
  };
  for (int i = 0; i < 3; ++i) {
    const T value = TestFixture::at(i);
    run_as_each_cpu([&](size_t) {
      const auto expect = [&](int difference, auto change) {
        variable.write_current(value);
        change();
        EXPECT_EQ(variable.read_current(), plus(value, difference));
      };
      expect(1, [&] { variable.increment_current(); });
      expect(-1, [&] { variable.decrement_current(); });
      expect(1, [&] { variable.increment_current_raw(); });
      expect(-1, [&] { variable.decrement_current_raw(); });
      expect(1, [&] { variable.increment_current(percpu::AssumedPin()); });
      expect(-1, [&] { variable.decrement_current(percpu::AssumedPin()); });
      expect(5, [&] { variable.add_current(5); });
      expect(-5, [&] { variable.sub_current(5); });
      expect(5, [&] { variable.add_current_raw(5); });
      expect(-5, [&] { variable.sub_current_raw(5); });
      expect(5, [&] { variable.add_current(percpu::AssumedPin(), 5); });
      expect(-5, [&] { variable.sub_current(percpu::AssumedPin(), 5); });
      expect(7, [&] { EXPECT_EQ(variable.fetch_add_current(7), value); });
      expect(7, [&] { EXPECT_EQ(variable.fetch_add_current_raw(7), value); });
      expect(7, [&] {
        EXPECT_EQ(variable.fetch_add_current(percpu::AssumedPin(), 7), value);
      });
      expect(7, [&] {
        EXPECT_EQ(variable.add_return_current(7), plus(value, 7));
      });
      expect(7, [&] {
        EXPECT_EQ(variable.add_return_current(percpu::AssumedPin(), 7),
                  plus(value, 7));
      });
      expect(7, [&] {
        EXPECT_EQ(variable.add_return_current_raw(7), plus(value, 7));
      });
    });
  }
}

template <typename Subject>
using BitwiseTest = ValueTest<Subject>;
TYPED_TEST_SUITE(BitwiseTest, Bitwise);

TYPED_TEST(BitwiseTest, CombinesBits) {
  using T = TypeParam::Type;
  const auto& variable = TestFixture::variable();
  const auto combined = [](T a, T b, char operation) {
    const auto x = static_cast<uint64_t>(a);
    const auto y = static_cast<uint64_t>(b);
    return static_cast<T>(operation == '&'   ? x & y
                          : operation == '|' ? x | y
                                             : x ^ y);
  };
  for (int i = 0; i < 9; ++i) {
    const T value = TestFixture::at(i / 3);
    const T mask = TestFixture::at(i % 3);
    run_as_each_cpu([&](size_t) {
      const auto expect = [&](char operation, auto change) {
        variable.write_current(value);
        change();
        EXPECT_EQ(variable.read_current(), combined(value, mask, operation));
      };
      expect('&', [&] { variable.and_current(mask); });
      expect('|', [&] { variable.or_current(mask); });
      expect('^', [&] { variable.xor_current(mask); });
      expect('&', [&] { variable.and_current(percpu::AssumedPin(), mask); });
      expect('|', [&] { variable.or_current(percpu::AssumedPin(), mask); });
      expect('^', [&] { variable.xor_current(percpu::AssumedPin(), mask); });
      expect('&', [&] { variable.and_current_raw(mask); });
      expect('|', [&] { variable.or_current_raw(mask); });
      expect('^', [&] { variable.xor_current_raw(mask); });
    });
  }
}

using PointerTest = PerCpuTest;

TEST_F(PointerTest, AddsElements) {
  run_as_each_cpu([](size_t) {
    pointer_plain.write_current(numbers + 4);
    pointer_plain.increment_current();
    EXPECT_EQ(pointer_plain.read_current(), numbers + 5);
    pointer_plain.add_current(-3);
    EXPECT_EQ(pointer_plain.read_current(), numbers + 2);
    pointer_plain.sub_current(-8);
    EXPECT_EQ(pointer_plain.fetch_add_current(-9), numbers + 10);
    EXPECT_EQ(pointer_plain.add_return_current(1), numbers + 2);
    text_hot.write_current("text");
    text_hot.increment_current();
    EXPECT_STREQ(text_hot.read_current(), "ext");
  });
}

}  // namespace
}  // namespace percpu_tests
