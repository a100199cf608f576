// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/compare.h
//
// The comparisons behind EXPECT_ and ASSERT_. Each returns null if it holds,
// else an open report with GoogleTest's words for it.

#ifndef PERCPU_TESTS_GTEST_COMPARE_H_
#define PERCPU_TESTS_GTEST_COMPARE_H_

#include "gtest/report.h"

namespace testing::internal {

/// What a macro knows of its place and its arguments.
struct Check {
  Kind kind;
  Site site;
  const char* left;   ///< The source text of the first argument.
  const char* right;  ///< That of the second.
};

/// Compares two C strings by their characters. Null equals null only.
Report* check_strings_equal(const Check& check, const char* left,
                            const char* right);

/// The report of a condition that does not hold.
Report* report_condition(Kind kind, Site site, const char* condition,
                         bool actual);

/// The report of FAIL, ADD_FAILURE (`text` is "Failed") and GTEST_SKIP.
Report* report_text(Kind kind, Site site, const char* text);

/// Appends one operand of an equality: its source text, then its value unless
/// the source text is that value.
template <typename T>
void append_operand(Text& text, const char* source, const T& value) {
  text.append("\n  ");
  const size_t source_start = text.size();
  text.append(source);
  const size_t source_end = text.size();
  text.append("\n    Which is: ");
  const size_t value_start = text.size();
  print_value(text, value);
  if (text.repeats(source_start, source_end - source_start, value_start)) {
    text.cut_back(source_end);
  }
}

template <typename Left, typename Right>
Report* report_unequal(const Check& check, const Left& left,
                       const Right& right) {
  Report* report = Report::open(check.kind, check.site);
  report->text().append("Expected equality of these values:");
  append_operand(report->text(), check.left, left);
  append_operand(report->text(), check.right, right);
  return report;
}

template <typename Left, typename Right>
Report* report_order(const Check& check, const char* relation, const Left& left,
                     const Right& right) {
  Report* report = Report::open(check.kind, check.site);
  Text& text = report->text();
  text.append("Expected: (");
  text.append(check.left);
  text.append(") ");
  text.append(relation);
  text.append(" (");
  text.append(check.right);
  text.append("), actual: ");
  print_value(text, left);
  text.append(" vs ");
  print_value(text, right);
  return report;
}

// GoogleTest compares inside a system header, where no warning shows. A suite
// that builds there builds here too.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wsign-compare"

template <typename Left, typename Right>
Report* check_eq(const Check& check, const Left& left, const Right& right) {
  return left == right ? nullptr : report_unequal(check, left, right);
}

template <typename Left, typename Right>
Report* check_ne(const Check& check, const Left& left, const Right& right) {
  return left != right ? nullptr : report_order(check, "!=", left, right);
}

template <typename Left, typename Right>
Report* check_lt(const Check& check, const Left& left, const Right& right) {
  return left < right ? nullptr : report_order(check, "<", left, right);
}

template <typename Left, typename Right>
Report* check_le(const Check& check, const Left& left, const Right& right) {
  return left <= right ? nullptr : report_order(check, "<=", left, right);
}

template <typename Left, typename Right>
Report* check_gt(const Check& check, const Left& left, const Right& right) {
  return left > right ? nullptr : report_order(check, ">", left, right);
}

template <typename Left, typename Right>
Report* check_ge(const Check& check, const Left& left, const Right& right) {
  return left >= right ? nullptr : report_order(check, ">=", left, right);
}

#pragma clang diagnostic pop

}  // namespace testing::internal

#endif  // PERCPU_TESTS_GTEST_COMPARE_H_
