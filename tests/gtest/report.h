// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/report.h
//
// A failure or a skip on its way to the serial line.
//
//     Report* report = Report::open(Kind::kFatal, {"a.cc", 7});
//     *report << "counted " << 3;
//     report->close();
//
// Reports live in a fixed pool, so that a passing expectation costs no stack
// and a failing one no heap. Every CPU may open reports at any time.

#ifndef PERCPU_TESTS_GTEST_REPORT_H_
#define PERCPU_TESTS_GTEST_REPORT_H_

#include "gtest/printer.h"
#include "gtest/text.h"

namespace testing::internal {

/// Where an expectation stands.
struct Site {
  const char* file;
  int line;
};

enum class Kind { kNonfatal, kFatal, kSkip };

class Report {
 public:
  constexpr Report() = default;

  /// Counts the failure or skip for the case that runs, and begins its line.
  /// Waits while every report of the pool is open.
  static Report* open(Kind kind, Site site);

  /// Writes the line in one piece and gives the report back to the pool.
  void close();

  /// The text that the expectation itself writes.
  Text& text() { return text_; }

  /// Appends what the test's author streams. The first piece begins a line of
  /// its own where the expectation has written something before.
  Report& operator<<(const char* string);
  Report& operator<<(char character);
  Report& operator<<(bool value);

  template <typename T>
    requires(kIsInteger<T>)
  Report& operator<<(T value) {
    begin_message();
    print_integer<T>(text_, value);
    return *this;
  }

  template <typename T>
  Report& operator<<(T* pointer) {
    begin_message();
    print_address(text_, reinterpret_cast<uintptr_t>(pointer));
    return *this;
  }

 private:
  void begin_message();

  Text text_;
  bool has_message_ = false;
  bool follows_text_ = false;
  bool in_use_ = false;
};

/// Ends the statement of a macro: closes the report and yields void, so that
/// ASSERT_ can `return` it.
struct Close {
  void operator&(Report& report) const { report.close(); }
};

}  // namespace testing::internal

#endif  // PERCPU_TESTS_GTEST_REPORT_H_
