// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/test.h
//
// testing::Test and the list of an image's cases.
//
// Each case is a constant, and a pointer to it stands in the section
// `percpu_gtest_cases`. No constructor has to run, and the linker itself
// supplies the bounds of a section whose name is a C identifier, so a kernel's
// linker script need not know of it. The section is read-only and therefore
// follows .rodata, far from what a fragment inserts near .bss.

#ifndef PERCPU_TESTS_GTEST_TEST_H_
#define PERCPU_TESTS_GTEST_TEST_H_

#include <stddef.h>

namespace testing {

class Test;

namespace internal {

void run_test(Test& test);

}  // namespace internal

/// The base of every case, as in GoogleTest. A fixture lives on the stack of
/// the CPU that runs it.
class Test {
 public:
  Test(const Test&) = delete;
  Test& operator=(const Test&) = delete;
  virtual ~Test();

  /// Whether the case that runs has failed, on any CPU.
  static bool HasFailure();
  static bool HasFatalFailure();
  static bool HasNonfatalFailure();

  /// Whether GTEST_SKIP was reached.
  static bool IsSkipped();

 protected:
  Test();

  virtual void SetUp();
  virtual void TearDown();

  // What a virtual destructor refers to. Nothing deletes a fixture.
  static void operator delete(void*) { __builtin_trap(); }

 private:
  friend void internal::run_test(Test& test);

  virtual void TestBody();
};

namespace internal {

/// A TEST, a TEST_F, or a TYPED_TEST with its types.
struct Case {
  const char* suite;
  const char* name;
  unsigned type_count;  ///< 0 if the case is not typed.
  void (*run)(unsigned type_index);
};

template <typename Fixture>
void run_case(unsigned) {
  Fixture test;
  run_test(test);
}

/// Why a fixture cannot be used here; a sentence instead of a hook that
/// silently never runs.
template <typename Fixture>
constexpr bool check_fixture() {
  static_assert(
      !requires { Fixture::SetUpTestSuite(); } &&
          !requires { Fixture::TearDownTestSuite(); },
      "The guest's GoogleTest subset has no SetUpTestSuite or "
      "TearDownTestSuite: use SetUp and TearDown.");
  return true;
}

}  // namespace internal
}  // namespace testing

// Puts `test_case` into the list. `retain` keeps it through --gc-sections.
#define PERCPU_GTEST_REGISTER_(Class, test_case)                          \
  [[gnu::section("percpu_gtest_cases"), gnu::used,                        \
    gnu::retain]] constinit static const ::testing::internal::Case* const \
      gtest_entry_##Class = &test_case

#define PERCPU_GTEST_CASE_(Suite, Name, Class, Fixture)                   \
  class Class : public Fixture {                                          \
   private:                                                               \
    void TestBody() override;                                             \
  };                                                                      \
  static_assert(::testing::internal::check_fixture<Fixture>());           \
  constinit static const ::testing::internal::Case gtest_case_##Class = { \
      #Suite, #Name, 0, &::testing::internal::run_case<Class>};           \
  PERCPU_GTEST_REGISTER_(Class, gtest_case_##Class);                      \
  void Class::TestBody()

/// A case without a fixture.
#define TEST(Suite, Name) \
  PERCPU_GTEST_CASE_(Suite, Name, Suite##_##Name##_Test, ::testing::Test)

/// A case with the fixture `Suite`, a class derived from testing::Test.
#define TEST_F(Suite, Name) \
  PERCPU_GTEST_CASE_(Suite, Name, Suite##_##Name##_Test, Suite)

#endif  // PERCPU_TESTS_GTEST_TEST_H_
