// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/typed_test.h
//
// TYPED_TEST: one case for each type of a list, named `Suite/0.Name`,
// `Suite/1.Name`, as in GoogleTest.
//
//     template <typename T>
//     class ValueTest : public testing::Test {};
//     using Values = testing::Types<bool, uint64_t>;
//     TYPED_TEST_SUITE(ValueTest, Values);
//     TYPED_TEST(ValueTest, StartsAtZero) { EXPECT_EQ(TypeParam(), 0); }

#ifndef PERCPU_TESTS_GTEST_TYPED_TEST_H_
#define PERCPU_TESTS_GTEST_TYPED_TEST_H_

#include "gtest/test.h"

namespace testing {

/// A list of types.
template <typename... Ts>
struct Types {};

namespace internal {

/// What TYPED_TEST needs of a list, or of a single type in its stead.
template <typename T>
struct TypeList : TypeList<Types<T>> {};

template <typename... Ts>
struct TypeList<Types<Ts...>> {
  static constexpr unsigned kCount = sizeof...(Ts);

  template <template <typename> class CaseClass>
  static void run(unsigned type_index) {
    static constexpr void (*kRuns[])(unsigned) = {&run_case<CaseClass<Ts>>...};
    kRuns[type_index](0);
  }

  template <template <typename> class Fixture>
  static constexpr bool check_fixtures() {
    return (check_fixture<Fixture<Ts>>() && ...);
  }
};

}  // namespace internal
}  // namespace testing

/// Names the types that the cases of `Suite` run with.
#define TYPED_TEST_SUITE(Suite, TypesOfSuite)                                 \
  using gtest_types_of_##Suite = ::testing::internal::TypeList<TypesOfSuite>; \
  static_assert(gtest_types_of_##Suite::check_fixtures<Suite>())

/// A case for each type; the type is `TypeParam`, the fixture `TestFixture`.
#define TYPED_TEST(Suite, Name) \
  PERCPU_GTEST_TYPED_CASE_(Suite, Name, Suite##_##Name##_Test)

#define PERCPU_GTEST_TYPED_CASE_(Suite, Name, Class)                      \
  template <typename GtestType>                                           \
  class Class : public Suite<GtestType> {                                 \
   private:                                                               \
    using TestFixture [[maybe_unused]] = Suite<GtestType>;                \
    using TypeParam [[maybe_unused]] = GtestType;                         \
    void TestBody() override;                                             \
  };                                                                      \
  constinit static const ::testing::internal::Case gtest_case_##Class = { \
      #Suite, #Name, gtest_types_of_##Suite::kCount,                      \
      &gtest_types_of_##Suite::run<Class>};                               \
  PERCPU_GTEST_REGISTER_(Class, gtest_case_##Class);                      \
  template <typename GtestType>                                           \
  void Class<GtestType>::TestBody()

#endif  // PERCPU_TESTS_GTEST_TYPED_TEST_H_
