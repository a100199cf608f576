// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: toolchains/qemu/runner/debugger.h
//
// A guest that waits for gdb, and gdb on this terminal.

#ifndef PERCPU_TOOLCHAINS_QEMU_RUNNER_DEBUGGER_H_
#define PERCPU_TOOLCHAINS_QEMU_RUNNER_DEBUGGER_H_

#include <string>
#include <vector>

namespace qemu_runner {

/// What gdb is told beside the image.
struct DebuggerSession {
  /// A function to stop in, or empty.
  std::string breakpoint;
  /// More arguments for gdb, after all others.
  std::vector<std::string> arguments;
};

/// Starts `guest`, a QEMU with its image, stopped before its first instruction
/// and with its serial line on standard output, and gdb on it. Ends the guest
/// when gdb ends. Returns gdb's exit status, or 1 after a sentence on standard
/// error where there is no gdb.
int debug_guest(const std::vector<std::string>& guest,
                const std::string& kernel, const DebuggerSession& session);

}  // namespace qemu_runner

#endif  // PERCPU_TOOLCHAINS_QEMU_RUNNER_DEBUGGER_H_
