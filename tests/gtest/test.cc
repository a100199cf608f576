// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "gtest/test.h"

#include "gtest/outcome.h"

namespace testing {

Test::Test() = default;
Test::~Test() = default;

void Test::SetUp() {}
void Test::TearDown() {}

// Not pure, since bare metal has no handler for a pure call.
void Test::TestBody() {}

bool Test::HasFailure() { return internal::case_outcome().failed(); }
bool Test::HasFatalFailure() { return internal::case_outcome().fatal != 0; }
bool Test::HasNonfatalFailure() {
  return internal::case_outcome().nonfatal != 0;
}
bool Test::IsSkipped() { return internal::case_outcome().skips != 0; }

namespace internal {

void run_test(Test& test) {
  test.SetUp();
  if (!Test::HasFatalFailure() && !Test::IsSkipped()) test.TestBody();
  test.TearDown();
}

}  // namespace internal
}  // namespace testing
