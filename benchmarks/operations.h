// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// One function for each operation, placement and size of a variable, which is
// that operation and a return instruction, with C linkage:
//
//   uint64_t op_read_hot_8();
//
// They are measured in two ways: by their instructions in the linked image, and
// by what they execute:
//
//   for (const Operation& operation : operations()) operation.function(1, 1);

#ifndef PERCPU_BENCHMARKS_OPERATIONS_H_
#define PERCPU_BENCHMARKS_OPERATIONS_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu_benchmarks {

/// Any of the functions. They take no argument, a value, a CPU's number, or an
/// expected and a desired value. Every ABI here passes the first two integers
/// in the same registers whatever the function makes of them, so that one type
/// calls all.
using Function = uint64_t (*)(uint64_t, uint64_t);

struct Operation {
  const char* name;   ///< Of the function, without `op_`: "read_hot_8".
  Function function;  ///< What is measured.
  Function write;     ///< Sets the same variable to its argument.
};

/// A view of all of them, for a range-based for.
struct Operations {
  const Operation* first;
  size_t count;

  const Operation* begin() const { return first; }
  const Operation* end() const { return first + count; }
};

Operations operations();

/// Nothing but the return instruction, to subtract.
Function empty_function();

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_OPERATIONS_H_
