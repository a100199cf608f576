// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// The main of an image that holds nothing but cases. They run on the boot CPU;
// a case that wants the other CPUs starts them.

#include "gtest/gtest.h"
#include "kernel/kernel.h"

extern "C" void kernel_main() {
  kernel::exit(testing::RunAllTests(kernel::write));
}
