// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Every value function with every value type and size, hot and plain, with and
// without a guard, on all CPUs at once: each has to find its own copy as it
// left it, and the bytes behind it too.

#include "gtest/gtest.h"
#include "percpu/percpu.h"
#include "tests/kernel/accessors.h"
#include "tests/kernel/cpus.h"
#include "tests/kernel/patterns.h"
#include "tests/kernel/subjects.h"

namespace percpu_tests {

void expect_untouched(const uint8_t* bytes) {
  for (size_t i = 0; i < kBytes; ++i) {
    EXPECT_EQ(bytes[i], kUntouched) << "byte " << i << " behind the variable";
  }
}

namespace {

/// Checks what `operation` on `a` and `b` gave.
void expect_bits(uint64_t actual, uint64_t wanted, const char* operation,
                 uint64_t a, uint64_t b) {
  // The first failure tells; thousands may follow.
  if (testing::Test::HasFailure()) return;
  EXPECT_EQ(actual, wanted) << operation << " of " << a << " and " << b;
}

/// The functions F on the subject S, with operands given as bits. Nothing is
/// inlined: there are hundreds of instances.
template <typename S, typename F>
struct Checks {
  using T = S::Type;
  using V = S::Variable;

  static void write(uint64_t bits) { F::template write<V>(value_of<T>(bits)); }

  [[gnu::noinline]] static void expect(uint64_t wanted, const char* operation,
                                       uint64_t a, uint64_t b) {
    wanted &= kMask<T>;
    expect_bits(bits_of(F::template read<V>()), wanted, operation, a, b);
    expect_bits(bits_of(*V::current_ptr_raw()), wanted, operation, a, b);
  }

  static void check_value(uint64_t a, uint64_t b) {
    write(a);
    expect(a, "write", a, b);
    expect_bits(bits_of(F::template exchange<V>(value_of<T>(b))), a,
                "exchange's result", a, b);
    expect(b, "exchange", a, b);
    // Here b is expected and found, and becomes a.
    T expected = value_of<T>(b);
    expect_bits(F::template compare_exchange<V>(expected, value_of<T>(a)), true,
                "compare-exchange's result", a, b);
    expect_bits(bits_of(expected), b, "compare-exchange's expected", a, b);
    expect(a, "compare-exchange", a, b);
    if (a == b) return;
    // Here b is expected, and a found.
    expect_bits(F::template compare_exchange<V>(expected, value_of<T>(b)),
                false, "a failing compare-exchange's result", a, b);
    expect_bits(bits_of(expected), a, "a failing compare-exchange's expected",
                a, b);
    expect(a, "a failing compare-exchange", a, b);
  }

  static void check_bits(uint64_t a, uint64_t b) {
    const T mask = value_of<T>(b);
    write(a);
    F::template bit_and<V>(mask);
    expect(a & b, "and", a, b);
    write(a);
    F::template bit_or<V>(mask);
    expect(a | b, "or", a, b);
    write(a);
    F::template bit_xor<V>(mask);
    expect(a ^ b, "xor", a, b);
  }

  /// What to add to a T so that `b` is added to its bits.
  static auto difference_of(uint64_t b) {
    if constexpr (__is_pointer(T)) {
      return static_cast<ptrdiff_t>(b) / static_cast<ptrdiff_t>(sizeof(*T()));
    } else {
      return value_of<T>(b);
    }
  }

  static void check_sum(uint64_t a, uint64_t b) {
    const auto difference = difference_of(b);
    write(a);
    F::template add<V>(difference);
    expect(a + b, "add", a, b);
    F::template sub<V>(difference);
    expect(a, "sub", a, b);
    expect_bits(bits_of(F::template fetch_add<V>(difference)), a,
                "fetch-add's result", a, b);
    expect(a + b, "fetch-add", a, b);
    write(a);
    expect_bits(bits_of(F::template add_return<V>(difference)),
                (a + b) & kMask<T>, "add-return's result", a, b);
    expect(a + b, "add-return", a, b);
  }

  /// `step` is what one adds to the bits.
  static void check_steps(uint64_t a, uint64_t step) {
    write(a);
    F::template increment<V>();
    expect(a + step, "increment", a, step);
    F::template decrement<V>();
    F::template decrement<V>();
    expect(a - step, "decrement", a, step);
    expect_bits(bits_of(F::template fetch_add<V>(1)), (a - step) & kMask<T>,
                "fetch-add of 1", a, step);
    expect_bits(bits_of(F::template fetch_add<V>(-1)), a, "fetch-add of -1", a,
                step);
    expect(a - step, "fetch-add of -1", a, step);
  }

  /// An operand that the compiler knows may become part of the instruction.
  template <uint64_t kOperand>
  static void check_constant(uint64_t a) {
    constexpr T kValue = value_of<T>(kOperand);
    F::template write<V>(kValue);
    expect(kOperand, "write of a constant", a, kOperand);
    write(a);
    F::template add<V>(kValue);
    expect(a + kOperand, "add of a constant", a, kOperand);
    F::template sub<V>(kValue);
    expect(a, "sub of a constant", a, kOperand);
    F::template bit_and<V>(kValue);
    expect(a & kOperand, "and of a constant", a, kOperand);
    write(a);
    F::template bit_or<V>(kValue);
    expect(a | kOperand, "or of a constant", a, kOperand);
    F::template bit_xor<V>(kValue);
    expect((a | kOperand) ^ kOperand, "xor of a constant", a, kOperand);
  }

  static void check_constants(uint64_t a) {
    check_constant<0x7f>(a);
    check_constant<0x8000'0000>(a);
    check_constant<0x1234'5678'9abc'def0>(a);
    check_constant<~uint64_t{0}>(a);
  }
};

// What each kind of type has.

template <typename C>
void check_other(C) {
  for_each_pair(kMask<typename C::T>, C::check_value);
}

template <typename C>
void check_other_bits(C checks) {
  check_other(checks);
  for_each_pair(kMask<typename C::T>, C::check_bits);
}

template <typename C>
void check_integer(C checks) {
  check_other_bits(checks);
  for_each_pair(kMask<typename C::T>, C::check_sum);
  for_each_pattern(kMask<typename C::T>,
                   [](uint64_t a) { C::check_steps(a, 1); });
  for_each_pattern(kMask<typename C::T>, C::check_constants);
}

template <typename C>
void check_pointer(C checks) {
  check_other(checks);
  constexpr uint64_t kAddress = 0x1'0000'0000;
  constexpr uint64_t kSize = sizeof(*typename C::T());
  constexpr int kCounts[] = {0, 1, 2, 1000, -1, -2, -1000};
  for (const int count : kCounts) {
    C::check_sum(kAddress, kSize * static_cast<uint64_t>(count));
  }
  C::check_steps(kAddress, kSize);
}

/// Calls `check(Checks<...>())` on every CPU at once, for both variables of a
/// type and all kinds of functions. CPUs gather once for each type: where the
/// host has few, that takes long.
template <typename S>
void check_everywhere(auto check) {
  run_on_all_cpus([=](unsigned) {
    check(Checks<typename S::Plain, Guarded>());
    check(Checks<typename S::Plain, Raw>());
    check(Checks<typename S::Plain, Pinned>());
    check(Checks<typename S::Hot, Guarded>());
    check(Checks<typename S::Hot, Raw>());
    check(Checks<typename S::Hot, Pinned>());
    EXPECT_TRUE(kIsNaive || (S::Plain::has_no_gap() && S::Hot::has_no_gap()));
    S::Plain::expect_bytes_behind_untouched();
    S::Hot::expect_bytes_behind_untouched();
  });
}

TEST(ValuesTest, VariablesStandOnBothSidesOfASignChange) {
  EXPECT_EQ(hot_filler.current_ptr_raw(), hot_filler.remote_ptr(0));
  EXPECT_EQ(plain_filler.current_ptr_raw(), plain_filler.remote_ptr(0));
  if (kIsNaive) GTEST_SKIP() << "plain globals have no areas";
  EXPECT_LT(Hot_i64.offset(), 2048u);
  EXPECT_GT(Hot_truth.offset(), 2048u);
  EXPECT_LT(Plain_i64.offset(), 8192u);
  EXPECT_GT(Plain_truth.offset(), 8192u);
}

template <typename S>
class IntegerTest : public testing::Test {};
TYPED_TEST_SUITE(IntegerTest, Integers);
TYPED_TEST(IntegerTest, EveryFunction) {
  check_everywhere<TypeParam>([](auto checks) { check_integer(checks); });
}

template <typename S>
class OtherBitsTest : public testing::Test {};
TYPED_TEST_SUITE(OtherBitsTest, OtherBits);
TYPED_TEST(OtherBitsTest, EveryFunction) {
  check_everywhere<TypeParam>([](auto checks) { check_other_bits(checks); });
}

template <typename S>
class PointerTest : public testing::Test {};
TYPED_TEST_SUITE(PointerTest, Pointers);
TYPED_TEST(PointerTest, EveryFunction) {
  check_everywhere<TypeParam>([](auto checks) { check_pointer(checks); });
}

template <typename S>
class OtherTest : public testing::Test {};
TYPED_TEST_SUITE(OtherTest, Others);
TYPED_TEST(OtherTest, EveryFunction) {
  check_everywhere<TypeParam>([](auto checks) { check_other(checks); });
}

}  // namespace
}  // namespace percpu_tests
