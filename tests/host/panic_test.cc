// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A program's own percpu_panic() replaces the library's.

#include <stdio.h>
#include <stdlib.h>

#include "gtest/gtest.h"
#include "percpu/percpu.h"

void percpu_panic(const percpu::Misuse& misuse) {
  fprintf(stderr, "own panic: %s|%s|%s\n", misuse.message, misuse.subject,
          misuse.call_site == nullptr ? "nowhere" : "somewhere");
  exit(3);
}

namespace {

TEST(PanicTest, IsCalled) {
  EXPECT_EXIT(percpu::init_percpu_reg(0), testing::ExitedWithCode(3),
              "own panic: percpu: call init\\(\\) before this|"
              "init_percpu_reg\\(\\)|somewhere");
}

}  // namespace
