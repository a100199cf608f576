// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What torture.cc does: each kind of operation, at each boundary of its
// instructions, and how to tell that none was lost.
//
//   for (const Kind& kind : sum_kinds()) kind.functions[i](thread);

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
  /// Makes everything that the functions change as it was at first.
  void (*reset)();
  /// Returns 0 where all updates are there after that many operations; else, as
  /// far as can be told, how many are not.
  uint64_t (*lost)(uint64_t operations);
};

struct Kinds {
  const Kind* first;
  size_t count;

  const Kind* begin() const { return first; }
  const Kind* end() const { return first + count; }
};

/// Kinds that count: the sum over the CPUs tells (torture_sums.cc).
Kinds sum_kinds();

/// Kinds that no sum tells of (torture_places.cc).
Kinds place_kinds();

/// An increment that is not safe without being sent back, or not at all.
const Kind& control_kind();

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_TORTURE_KINDS_H_
