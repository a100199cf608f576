// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Code to interrupt, in assembly: it uses all registers, or does not end. One
// file for each architecture.
//
//   uint64_t values[kHeldValues] = {1, 2, 3};
//   hold_registers(values);
//   EXPECT_EQ(values[0], 1u);

#ifndef PERCPU_TESTS_KERNEL_INTERRUPTED_INTERRUPTED_H_
#define PERCPU_TESTS_KERNEL_INTERRUPTED_INTERRUPTED_H_

#include <stdint.h>

namespace percpu_tests {

/// At least as many values as there are registers.
inline constexpr unsigned kHeldValues = 32;

extern "C" {

/// Loads all general registers, and the flags where there are any, from
/// `values`, leaves them alone for many microseconds from `hold_begin` to
/// `hold_end`, and stores them to `values`. Not the stack pointer and the
/// register that leads to the area. Further values stay.
void hold_registers(uint64_t* values);
extern const char hold_begin[];
extern const char hold_end[];

/// Loops from `stay_begin` to `stay_end` until something moves it to
/// `stay_end`, where it returns.
void stay();
extern const char stay_begin[];
extern const char stay_end[];
}

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_INTERRUPTED_INTERRUPTED_H_
