// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: toolchains/qemu/runner/flags.h
//
// The runner's flags. They come from the file `<program>.flags` beside the
// runner, one on each line, and then from the command line:
//
//     --qemu=qemu-system-riscv64        the program
//     --package=qemu-system-misc        who provides it, for the message
//     --qemu_arg=-M                     repeated, in order
//     --kernel=path                     the image, relative to the runfiles;
//                                       for user.cc, the program
//     --workspace=percpu                the runfiles' main folder
//     --pass_status=0                   QEMU's status if the guest passes
//     --expect_panic=expression         see verdict.h
//     --expect_output=expression        repeated, in order
//     --deadline_s=60                   kill the guest after so many seconds
//     --interactive                     serial line on the terminal, no test
//     --debug                           gdb on the terminal, no test
//     --breakpoint=function             where the debugged guest stops
//
// Other flags, such as GoogleTest's, are left alone. With --debug they are
// gdb's.

#ifndef PERCPU_TOOLCHAINS_QEMU_RUNNER_FLAGS_H_
#define PERCPU_TOOLCHAINS_QEMU_RUNNER_FLAGS_H_

#include <chrono>
#include <string>
#include <vector>

#include "toolchains/qemu/runner/debugger.h"
#include "toolchains/qemu/runner/verdict.h"

namespace qemu_runner {

struct Flags {
  std::string qemu;
  std::string package;
  std::vector<std::string> qemu_args;
  std::string kernel;
  std::string workspace;
  Expectation expectation;
  std::chrono::seconds deadline{60};
  bool interactive = false;
  bool debug = false;
  DebuggerSession session;
  std::string error;  ///< A sentence if a flag is wrong.
};

/// Reads the flags of the program `argv[0]` as said above.
Flags read_flags(int argc, char** argv);

/// Sets what `flag` says. Returns false if it is none of the runner's flags.
bool apply_flag(const std::string& flag, Flags& flags);

/// The path of the image, or "" if it is not there. `program` is the runner's
/// own: Bazel starts tests and programs in the runfiles; started by hand they
/// lie beside it.
std::string find_kernel(const Flags& flags, const std::string& program);

/// What to say where QEMU is not on the PATH.
std::string missing_qemu(const Flags& flags);

}  // namespace qemu_runner

#endif  // PERCPU_TOOLCHAINS_QEMU_RUNNER_FLAGS_H_
