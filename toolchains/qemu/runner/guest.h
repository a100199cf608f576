// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: toolchains/qemu/runner/guest.h
//
// Runs a command, QEMU with its image, to its end or to its deadline.

#ifndef PERCPU_TOOLCHAINS_QEMU_RUNNER_GUEST_H_
#define PERCPU_TOOLCHAINS_QEMU_RUNNER_GUEST_H_

#include <chrono>
#include <string>
#include <vector>

namespace qemu_runner {

/// How a run ended.
enum class Ending {
  kExited,      ///< By itself; `status` says how.
  kSignalled,   ///< By the signal `status`.
  kTimedOut,    ///< Killed at the deadline.
  kTooMuch,     ///< Killed since it wrote without end.
  kNotStarted,  ///< There was no process; `errors` says why.
};

struct GuestRun {
  Ending ending = Ending::kNotStarted;
  int status = 0;
  std::string output;                     ///< The serial line: standard output.
  std::string errors;                     ///< QEMU's own words: standard error.
  std::chrono::milliseconds duration{0};  ///< From start to end.
};

/// Runs `command` in a process group of its own with an empty standard input,
/// copies what it writes to standard output and error as it comes, and kills
/// the whole group at the deadline, or if this process is told to stop.
GuestRun run_guest(const std::vector<std::string>& command,
                   std::chrono::milliseconds deadline);

/// Runs `command` on this process's own terminal and waits for its end.
GuestRun run_guest_interactively(const std::vector<std::string>& command);

}  // namespace qemu_runner

#endif  // PERCPU_TOOLCHAINS_QEMU_RUNNER_GUEST_H_
