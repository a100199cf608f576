// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/output.h
//
// Where the guest's test lines go.

#ifndef PERCPU_TESTS_GTEST_OUTPUT_H_
#define PERCPU_TESTS_GTEST_OUTPUT_H_

#include <stddef.h>

#include "gtest/text.h"

namespace testing {

/// Writes `size` bytes in one piece, whatever other CPUs write meanwhile.
/// Callable on every CPU.
using Writer = void (*)(const char* text, size_t size);

namespace internal {

/// Sets the writer of all lines. To be called before the first test.
void set_writer(Writer writer);

/// Ends the line and hands it to the writer.
void write_line(Text& line);

}  // namespace internal
}  // namespace testing

#endif  // PERCPU_TESTS_GTEST_OUTPUT_H_
