// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The main of an image that holds a suite.

#include "gtest/gtest.h"
#include "kernel/kernel.h"
#include "tests/kernel/cpus.h"

extern "C" void kernel_main() {
  percpu_tests::start_cpus();
  percpu_tests::prepare();
  kernel::exit(testing::RunAllTests(kernel::write));
}
