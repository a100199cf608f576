// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/run.h
//
// Runs every case of the image and reports in the protocol that
// toolchains/qemu/runner/log_parser.h reads.
//
//     extern "C" void kernel_main() {
//       kernel::exit(testing::RunAllTests(kernel::write));
//     }

#ifndef PERCPU_TESTS_GTEST_RUN_H_
#define PERCPU_TESTS_GTEST_RUN_H_

#include "gtest/output.h"

namespace testing {

/// Runs all cases on the calling CPU, in the order of the link. Returns 0 if
/// nothing failed, on any CPU, else 1. To be called once.
int RunAllTests(Writer writer);

}  // namespace testing

#endif  // PERCPU_TESTS_GTEST_RUN_H_
