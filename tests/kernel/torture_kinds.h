// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What torture.cc does: each kind of operation, at each boundary of its
// instructions, and how to tell that none was lost.
//
//   for (const Kind& kind : kinds()) kind.functions[i](thread);

#ifndef PERCPU_TESTS_KERNEL_TORTURE_KINDS_H_
#define PERCPU_TESTS_KERNEL_TORTURE_KINDS_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu_tests {

/// Whether operations are several instructions here.
#ifdef __x86_64__
inline constexpr bool kHasSequences = false;
#else
inline constexpr bool kHasSequences = true;
#endif

/// How many places an operation has with respect to the end of a page.
inline constexpr size_t kBoundaries = 8;

struct Kind {
  const char* name;
  void (*functions[kBoundaries])(unsigned thread);
  /// Returns by how much the result differs after that many operations.
  uint64_t (*lost)(uint64_t operations);
};

struct Kinds {
  const Kind* first;
  size_t count;

  const Kind* begin() const { return first; }
  const Kind* end() const { return first + count; }
};

Kinds kinds();

/// An increment that is not safe without being sent back, or not at all.
const Kind& control_kind();

/// Zeroes everything that they count.
void reset_kinds();

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_TORTURE_KINDS_H_
