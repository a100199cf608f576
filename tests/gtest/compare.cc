// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "gtest/compare.h"

namespace testing::internal {
namespace {

bool same_characters(const char* left, const char* right) {
  if (left == nullptr || right == nullptr) return left == right;
  while (*left != '\0' && *left == *right) {
    ++left;
    ++right;
  }
  return *left == *right;
}

}  // namespace

Report* check_strings_equal(const Check& check, const char* left,
                            const char* right) {
  if (same_characters(left, right)) return nullptr;
  Report* report = Report::open(check.kind, check.site);
  report->text().append("Expected equality of these values:");
  append_operand(report->text(), check.left, String{left});
  append_operand(report->text(), check.right, String{right});
  return report;
}

Report* report_condition(Kind kind, Site site, const char* condition,
                         bool actual) {
  Report* report = Report::open(kind, site);
  Text& text = report->text();
  text.append("Value of: ");
  text.append(condition);
  text.append("\n  Actual: ");
  print_value(text, actual);
  text.append("\nExpected: ");
  print_value(text, !actual);
  return report;
}

Report* report_text(Kind kind, Site site, const char* text) {
  Report* report = Report::open(kind, site);
  report->text().append(text);
  return report;
}

}  // namespace testing::internal
