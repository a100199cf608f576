// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Interrupts an operation at each of its instruction boundaries.
//
//   const Sweep sweep = interrupt_everywhere(operation, Way::kMoves, true);
//   EXPECT_EQ(sweep.wrong, 0u);
//
// The calling thread, the only one, runs the operation again and again. Its
// CPU's timer stops it, each time later by less than an instruction. That is
// exact under QEMU's clock of instructions (instruction_clock.bzl), because
// QEMU ends its translated code where a timer expires. The interrupt changes
// the copies of all CPUs, as interrupt handlers and other threads do while the
// thread waits. Then the kernel's scheduler gives it to another CPU, or leaves
// it where it is.
//
// What is right is computed on plain integers. It has to be as if the whole
// operation had been run before the interrupt, or after it on the CPU where the
// thread went on: all copies and the result are compared with both.

#ifndef PERCPU_TESTS_KERNEL_SINGLE_STEP_H_
#define PERCPU_TESTS_KERNEL_SINGLE_STEP_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu_tests {

/// What an operation returns, as bits.
struct Result {
  uint64_t value = 0;
  bool flag = false;

  bool operator==(const Result&) const = default;
};

/// An operation on a variable, and the same on a plain integer.
struct Operation {
  /// Runs it on the current CPU's copy, between STEP_BEGIN and STEP_END
  /// (stepped_code.h).
  Result (*run)();
  /// Runs it on `copy`.
  Result (*run_on)(uint64_t& copy);
  uint64_t (*copy)(unsigned cpu);
  void (*set_copy)(unsigned cpu, uint64_t value);
  /// Whether the copies of all CPUs begin with kInitial, or each with a value
  /// of its own.
  bool begins_equal;
  /// Whether it jumps over the store at the end of its sequence.
  bool skips_store;
};

// Values, which are truncated to the variable's size. Either half of a byte
// tells which CPU's copy it was, and whether the interrupt has come: 80, 91,
// a2, b3, and c4, d5, e6, f7. An operation with kOperand leaves one of them.

/// What CPU 0's copy begins with, and by what those of the next ones differ.
inline constexpr uint64_t kInitial = 0x8080'8080'8080'8080;
inline constexpr uint64_t kDistance = 0x1111'1111'1111'1111;

/// What an interrupt adds to every copy.
inline constexpr uint64_t kAdded = 0x4444'4444'4444'4444;

/// What operations are given.
inline constexpr uint64_t kOperand = 0x0f0f'0f0f'0f0f'0f0f;

/// Where the thread goes on after the interrupt.
enum class Way { kStays, kMoves };

/// What was found.
struct Sweep {
  unsigned boundaries;  ///< Of the operation's instructions.
  unsigned missed;      ///< Of these, where no interrupt came.
  unsigned interrupts;  ///< At a boundary.
  unsigned rewinds;     ///< The thread was sent back.
  unsigned migrations;  ///< The thread went on, on another CPU.
  unsigned wrong;       ///< Neither before nor after the interrupt.
  /// Before the interrupt, which came before the first instruction or in a
  /// sequence; or after it, and it came behind the last instruction.
  unsigned misplaced;
  /// Where the first wrong or misplaced one was interrupted, in bytes from the
  /// first instruction.
  size_t first_wrong;
};

/// Interrupts `operation` at each boundary, at least once. With `sends_back`
/// the kernel sends it back to its start, as it has to.
Sweep interrupt_everywhere(const Operation& operation, Way way,
                           bool sends_back);

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_SINGLE_STEP_H_
