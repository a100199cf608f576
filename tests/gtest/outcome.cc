// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "gtest/outcome.h"

namespace testing::internal {
namespace {

// The totals only grow, so that no failure is lost to a reset that races with
// it.
constinit Outcome total;
constinit Outcome before_case;

void add_one(unsigned& count) {
  __atomic_fetch_add(&count, 1u, __ATOMIC_SEQ_CST);
}

unsigned count_of(const unsigned& count) {
  return __atomic_load_n(&count, __ATOMIC_SEQ_CST);
}

}  // namespace

void record_outcome(Kind kind) {
  switch (kind) {
    case Kind::kNonfatal:
      return add_one(total.nonfatal);
    case Kind::kFatal:
      return add_one(total.fatal);
    case Kind::kSkip:
      return add_one(total.skips);
  }
}

Outcome total_outcome() {
  return {.nonfatal = count_of(total.nonfatal),
          .fatal = count_of(total.fatal),
          .skips = count_of(total.skips)};
}

void begin_outcome() { before_case = total_outcome(); }

Outcome case_outcome() {
  const Outcome now = total_outcome();
  return {.nonfatal = now.nonfatal - before_case.nonfatal,
          .fatal = now.fatal - before_case.fatal,
          .skips = now.skips - before_case.skips};
}

}  // namespace testing::internal
