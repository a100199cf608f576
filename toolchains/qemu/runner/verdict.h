// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: toolchains/qemu/runner/verdict.h
//
// Holds a guest's run against what was expected of it.

#ifndef PERCPU_TOOLCHAINS_QEMU_RUNNER_VERDICT_H_
#define PERCPU_TOOLCHAINS_QEMU_RUNNER_VERDICT_H_

#include <string>
#include <vector>

#include "toolchains/qemu/runner/guest.h"
#include "toolchains/qemu/runner/log_parser.h"

namespace qemu_runner {

/// What is expected of a guest. All three empty or zero: that it speaks the
/// protocol and ends with status 0.
struct Expectation {
  int pass_status = 0;              ///< QEMU's status if the guest passes.
  std::string panic;                ///< Expression for a panic's message.
  std::vector<std::string> output;  ///< Expressions, each for a later line.

  bool speaks_protocol() const { return panic.empty() && output.empty(); }
};

/// A guest's run, judged.
struct Verdict {
  Report report;                      ///< Empty unless the guest speaks.
  std::vector<std::string> problems;  ///< Sentences; empty if all is well.
};

/// Judges `run`. The expressions are ECMAScript ones and are searched in one
/// line at a time; a broken expression is a problem.
Verdict judge(const GuestRun& run, const Expectation& expectation);

}  // namespace qemu_runner

#endif  // PERCPU_TOOLCHAINS_QEMU_RUNNER_VERDICT_H_
