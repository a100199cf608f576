// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "gtest/report.h"

#include "gtest/outcome.h"
#include "gtest/output.h"

namespace testing::internal {
namespace {

// More than the CPUs of a test image, since an interrupt's handler may fail an
// expectation while the code below it writes another.
constexpr unsigned kPoolSize = 16;

constinit Report pool[kPoolSize];

}  // namespace

Report* Report::open(Kind kind, Site site) {
  // Counted first: a case that ends now already knows that it failed.
  record_outcome(kind);
  for (unsigned i = 0;; i = (i + 1) % kPoolSize) {
    Report& report = pool[i];
    if (__atomic_exchange_n(&report.in_use_, true, __ATOMIC_ACQUIRE)) continue;
    report.text_.clear();
    report.has_message_ = false;
    report.follows_text_ = kind != Kind::kSkip;
    report.text_.append_raw(kind == Kind::kSkip ? "@percpu-test skip "
                                                : "@percpu-test fail ");
    if (kind != Kind::kSkip) {
      report.text_.append(site.file);
      report.text_.append(':');
      report.text_.append_signed(site.line);
      report.text_.append(": ");
    }
    return &report;
  }
}

void Report::close() {
  write_line(text_);
  __atomic_store_n(&in_use_, false, __ATOMIC_RELEASE);
}

void Report::begin_message() {
  if (!has_message_ && follows_text_) text_.append('\n');
  has_message_ = true;
}

Report& Report::operator<<(const char* string) {
  begin_message();
  text_.append(string == nullptr ? "(null)" : string);
  return *this;
}

Report& Report::operator<<(char character) {
  begin_message();
  text_.append(character);
  return *this;
}

Report& Report::operator<<(bool value) {
  begin_message();
  text_.append(value ? "true" : "false");
  return *this;
}

}  // namespace testing::internal
