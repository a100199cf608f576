// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where an operation's instructions lie in the image, and at which of their
// boundaries it was interrupted.
//
//   Boundaries boundaries(code_of(function), false);
//   boundaries.reach(pc);
//   EXPECT_EQ(boundaries.missed(), 0u) << "of " << boundaries.count();

#ifndef PERCPU_TESTS_KERNEL_STEPPED_CODE_H_
#define PERCPU_TESTS_KERNEL_STEPPED_CODE_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu_tests {

// Macros, because a label in assembler text is no C++ name. They stand around
// the operation in a function that is not inlined, and hold its operand and its
// result, so that hardly anything else lies in between. The labels' numbers are
// used nowhere else.
#define STEP_BEGIN(operand) asm volatile("7701:" : "+r"(operand) : : "memory")
#define STEP_END(result)                                     \
  asm volatile(                                              \
      "7702:\n\t"                                            \
      ".pushsection percpu_tests_steps,\"aR\",@progbits\n\t" \
      ".balign 8\n\t"                                        \
      ".8byte 7701b, 7702b\n\t"                              \
      ".popsection"                                          \
      : "+r"(result)                                         \
      :                                                      \
      : "memory")

/// The addresses of the first instruction, and behind the last.
struct Code {
  uintptr_t begin;
  uintptr_t end;
};

/// Returns what lies between STEP_BEGIN and STEP_END in the function at that
/// address.
Code code_of(uintptr_t function);

/// Returns whether `pc` lies in a sequence of the image, from its first
/// instruction to its store.
bool is_in_sequence(uintptr_t pc);

/// The boundaries before, between and behind the instructions of `code`, taken
/// from the image.
class Boundaries {
 public:
  /// With `skips_store` the store at a sequence's end is no instruction: the
  /// operation jumps over it.
  Boundaries(Code code, bool skips_store);

  /// Notes an interrupt at `pc`, which lies in the code or at its end.
  void reach(uintptr_t pc) { is_reached_[pc - code_.begin] = true; }

  unsigned count() const;
  /// Returns at how many no interrupt was noted.
  unsigned missed() const;

 private:
  static constexpr size_t kMostBytes = 256;

  bool is_boundary(uintptr_t pc) const;

  Code code_;
  bool skips_store_;
  bool is_reached_[kMostBytes + 1] = {};
};

/// Notes that all of `code` was interrupted.
void cover(Code code);

/// Returns how many of the image's sequences lie in no code that was covered,
/// the first of them in `address`.
size_t sequences_left_out(uintptr_t& address);

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_STEPPED_CODE_H_
