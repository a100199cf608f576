// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/gtest.h
//
// A subset of GoogleTest for bare metal: no standard library, no heap, no
// exceptions, no constructors that must run. A suite written for it compiles
// unchanged against GoogleTest.
//
//     #include "gtest/gtest.h"
//
//     TEST(CounterTest, CountsUp) {
//       ASSERT_NE(counter_address(), nullptr);
//       EXPECT_EQ(*counter_address(), 1) << "on CPU " << cpu;
//     }
//
// What there is: TEST, TEST_F, TYPED_TEST_SUITE, TYPED_TEST, SetUp and
// TearDown; EXPECT_ and ASSERT_ with EQ, NE, LT, LE, GT, GE, TRUE, FALSE and
// STREQ; FAIL, ADD_FAILURE, SUCCEED, GTEST_SKIP; messages by `<<`;
// testing::Test::HasFailure and its kin.
//
// Every CPU may state expectations. A failure counts for the case that runs at
// that moment; ASSERT_ leaves the function it stands in, as in GoogleTest, and
// not the case. A failure between two cases fails the run.

#ifndef PERCPU_TESTS_GTEST_GTEST_H_
#define PERCPU_TESTS_GTEST_GTEST_H_

#include "gtest/compare.h"
#include "gtest/run.h"
#include "gtest/test.h"
#include "gtest/typed_test.h"

// Runs `check`, which yields null or an open report, and lets the author's
// message stream into that report. The switch keeps an else that follows from
// binding to this if.
#define PERCPU_GTEST_CHECK_(finish, check)                   \
  switch (0)                                                 \
  case 0:                                                    \
  default:                                                   \
    if (::testing::internal::Report* gtest_report = (check); \
        gtest_report == nullptr) {                           \
    } else                                                   \
      finish ::testing::internal::Close() & *gtest_report

#define PERCPU_GTEST_SITE_ \
  ::testing::internal::Site { __FILE__, __LINE__ }

#define PERCPU_GTEST_COMPARE_(finish, kind, function, left, right)     \
  PERCPU_GTEST_CHECK_(finish, ::testing::internal::function(           \
                                  {::testing::internal::Kind::kind,    \
                                   PERCPU_GTEST_SITE_, #left, #right}, \
                                  left, right))

#define PERCPU_GTEST_BOOLEAN_(finish, kind, condition, expected)             \
  PERCPU_GTEST_CHECK_(                                                       \
      finish, static_cast<bool>(condition) == expected                       \
                  ? nullptr                                                  \
                  : ::testing::internal::report_condition(                   \
                        ::testing::internal::Kind::kind, PERCPU_GTEST_SITE_, \
                        #condition, !expected))

#define PERCPU_GTEST_TEXT_(finish, kind, text)  \
  PERCPU_GTEST_CHECK_(                          \
      finish, ::testing::internal::report_text( \
                  ::testing::internal::Kind::kind, PERCPU_GTEST_SITE_, text))

#define EXPECT_EQ(left, right) \
  PERCPU_GTEST_COMPARE_(, kNonfatal, check_eq, left, right)
#define EXPECT_NE(left, right) \
  PERCPU_GTEST_COMPARE_(, kNonfatal, check_ne, left, right)
#define EXPECT_LT(left, right) \
  PERCPU_GTEST_COMPARE_(, kNonfatal, check_lt, left, right)
#define EXPECT_LE(left, right) \
  PERCPU_GTEST_COMPARE_(, kNonfatal, check_le, left, right)
#define EXPECT_GT(left, right) \
  PERCPU_GTEST_COMPARE_(, kNonfatal, check_gt, left, right)
#define EXPECT_GE(left, right) \
  PERCPU_GTEST_COMPARE_(, kNonfatal, check_ge, left, right)
#define EXPECT_STREQ(left, right) \
  PERCPU_GTEST_COMPARE_(, kNonfatal, check_strings_equal, left, right)
#define EXPECT_TRUE(condition) \
  PERCPU_GTEST_BOOLEAN_(, kNonfatal, condition, true)
#define EXPECT_FALSE(condition) \
  PERCPU_GTEST_BOOLEAN_(, kNonfatal, condition, false)

#define ASSERT_EQ(left, right) \
  PERCPU_GTEST_COMPARE_(return, kFatal, check_eq, left, right)
#define ASSERT_NE(left, right) \
  PERCPU_GTEST_COMPARE_(return, kFatal, check_ne, left, right)
#define ASSERT_LT(left, right) \
  PERCPU_GTEST_COMPARE_(return, kFatal, check_lt, left, right)
#define ASSERT_LE(left, right) \
  PERCPU_GTEST_COMPARE_(return, kFatal, check_le, left, right)
#define ASSERT_GT(left, right) \
  PERCPU_GTEST_COMPARE_(return, kFatal, check_gt, left, right)
#define ASSERT_GE(left, right) \
  PERCPU_GTEST_COMPARE_(return, kFatal, check_ge, left, right)
#define ASSERT_STREQ(left, right) \
  PERCPU_GTEST_COMPARE_(return, kFatal, check_strings_equal, left, right)
#define ASSERT_TRUE(condition) \
  PERCPU_GTEST_BOOLEAN_(return, kFatal, condition, true)
#define ASSERT_FALSE(condition) \
  PERCPU_GTEST_BOOLEAN_(return, kFatal, condition, false)

#define ADD_FAILURE() PERCPU_GTEST_TEXT_(, kNonfatal, "Failed")
#define FAIL() PERCPU_GTEST_TEXT_(return, kFatal, "Failed")
#define GTEST_SKIP() PERCPU_GTEST_TEXT_(return, kSkip, "")
#define SUCCEED() \
  PERCPU_GTEST_CHECK_(, static_cast<::testing::internal::Report*>(nullptr))

#endif  // PERCPU_TESTS_GTEST_GTEST_H_
