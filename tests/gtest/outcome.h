// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/outcome.h
//
// What the running case has come to so far. Every CPU may record; the CPU that
// runs the cases begins them and asks.

#ifndef PERCPU_TESTS_GTEST_OUTCOME_H_
#define PERCPU_TESTS_GTEST_OUTCOME_H_

#include "gtest/report.h"

namespace testing::internal {

struct Outcome {
  unsigned nonfatal = 0;
  unsigned fatal = 0;
  unsigned skips = 0;

  bool failed() const { return nonfatal + fatal != 0; }
};

/// Counts a failure or skip. Atomic.
void record_outcome(Kind kind);

/// Begins a case: what was recorded before no longer counts for it.
void begin_outcome();

/// What was recorded since `begin_outcome`.
Outcome case_outcome();

/// What was recorded since the image started, between cases too.
Outcome total_outcome();

}  // namespace testing::internal

#endif  // PERCPU_TESTS_GTEST_OUTCOME_H_
