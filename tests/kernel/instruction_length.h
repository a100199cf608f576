// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where instructions of the image begin.
//
//   for (uintptr_t pc = begin; pc < end; pc += instruction_length(pc)) ...

#ifndef PERCPU_TESTS_KERNEL_INSTRUCTION_LENGTH_H_
#define PERCPU_TESTS_KERNEL_INSTRUCTION_LENGTH_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu_tests {

/// Returns the size in bytes of the instruction at `pc`. On x86_64 it knows
/// those that compilers make of integers, and panics at others.
size_t instruction_length(uintptr_t pc);

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_INSTRUCTION_LENGTH_H_
