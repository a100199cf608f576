// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// A suite that passes, fails and skips in every way the subset knows. It is
// built twice, with the subset and with GoogleTest, and the two must agree
// (sample_test.cc).

#include <stdint.h>

#include "gtest/gtest.h"

namespace {

enum Plain { kPlainSeven = 7 };
enum class Scoped : uint16_t { kSeven = 7 };

struct Pair {
  uint8_t first;
  uint8_t second;
  bool operator==(const Pair&) const = default;
};

class FixtureTest : public testing::Test {
 public:
  ~FixtureTest() override = default;

 protected:
  void SetUp() override { value_ = 3; }
  void TearDown() override { EXPECT_NE(value_, 5) << "seen in TearDown"; }

  int value_ = 0;
};

class FailingSetUpTest : public testing::Test {
 protected:
  void SetUp() override { FAIL() << "no body runs"; }
};

class SkippingSetUpTest : public testing::Test {
 protected:
  void SetUp() override { GTEST_SKIP() << "not on this machine"; }
};

template <typename T>
class TypedTest : public testing::Test {
 protected:
  T zero_ = T();
};

using ValueTypes = testing::Types<bool, int8_t, uint64_t>;
TYPED_TEST_SUITE(TypedTest, ValueTypes);

TEST(PassTest, Comparisons) {
  const char* text = "text";
  EXPECT_EQ(1, 1);
  EXPECT_NE(1, 2);
  EXPECT_LT(1, 2);
  EXPECT_LE(2, 2);
  EXPECT_GT(2, 1);
  EXPECT_GE(2, 2);
  EXPECT_TRUE(true);
  EXPECT_FALSE(false);
  EXPECT_STREQ(text, "text");
  EXPECT_NE(text, nullptr);
  ASSERT_EQ(uint64_t{4}, 4);
  ASSERT_TRUE(text) << "a pointer is a condition";
  SUCCEED() << "not shown";
}

TEST(PassTest, DanglingElse) {
  // NOLINTBEGIN(google-readability-braces-around-statements): what it tests.
  if (false)
    EXPECT_EQ(1, 2);
  else
    EXPECT_EQ(1, 1);
  // NOLINTEND(google-readability-braces-around-statements)
}

TEST(FailTest, Integers) {
  const int one = 1;
  const uint64_t big = ~uint64_t{0};
  EXPECT_EQ(one, 2);
  EXPECT_EQ(big, 0u) << "the largest";
  EXPECT_EQ(int64_t{-5}, one);
  EXPECT_NE(one, 1);
  EXPECT_LT(one, 1);
  EXPECT_LE(one, 0);
  EXPECT_GT(one, 1);
  EXPECT_GE(one, 2);
}

TEST(FailTest, OtherValues) {
  const char letter = 'a';
  const char tab = '\t';
  const uint8_t small = 5;
  const uint8_t large = 0x80;
  int* const null = nullptr;
  int* const address = reinterpret_cast<int*>(uintptr_t{0x1000});
  const Pair left = {1, 2};
  const Pair right = {1, 0xab};
  EXPECT_EQ(letter, 'b');
  EXPECT_EQ(tab, '\0');
  EXPECT_EQ(small, large);
  EXPECT_EQ(null, address);
  EXPECT_NE(null, nullptr);
  EXPECT_EQ(true, letter == 'b');
  EXPECT_EQ(kPlainSeven, 8);
  EXPECT_EQ(Scoped::kSeven, Scoped{8});
  EXPECT_EQ(left, right);
}

TEST(FailTest, Strings) {
  const char* quoted = "a \"quoted\"\tone";
  EXPECT_STREQ(quoted, "b");
  EXPECT_STREQ(nullptr, "b");
}

TEST(FailTest, Conditions) {
  const bool no = false;
  EXPECT_TRUE(no) << "line one\nline two, " << 42 << ' ' << -1 << " \\ " << true
                  << " \x01";
  EXPECT_FALSE(!no);
}

TEST(FailTest, AssertLeaves) {
  ASSERT_EQ(1, 2);
  ADD_FAILURE() << "never reached";
}

TEST(FailTest, Outright) {
  EXPECT_FALSE(HasFailure());
  ADD_FAILURE() << "the first";
  EXPECT_TRUE(HasFailure());
  EXPECT_TRUE(HasNonfatalFailure());
  EXPECT_FALSE(HasFatalFailure());
  FAIL() << "the second";
}

TEST(FailTest, BeforeSkip) {
  ADD_FAILURE();
  GTEST_SKIP() << "a skip does not excuse";
}

TEST(SkipTest, Outright) {
  GTEST_SKIP() << "because " << 2;
  ADD_FAILURE() << "never reached";
}

TEST_F(FixtureTest, SetsUp) { EXPECT_EQ(value_, 3); }
TEST_F(FixtureTest, TearsDown) { value_ = 5; }
TEST_F(FailingSetUpTest, NeverRuns) { ADD_FAILURE() << "never reached"; }
TEST_F(SkippingSetUpTest, NeverRuns) { ADD_FAILURE() << "never reached"; }

TYPED_TEST(TypedTest, Passes) {
  EXPECT_EQ(this->zero_, TypeParam());
  EXPECT_EQ(TestFixture::zero_, TypeParam());
}

TYPED_TEST(TypedTest, FailsForSome) { EXPECT_EQ(sizeof(TypeParam), 1u); }

}  // namespace
