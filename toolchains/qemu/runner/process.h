// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: toolchains/qemu/runner/process.h
//
// The pieces of starting a program as a child:
//
//     const pid_t child = fork();
//     if (child == 0) {
//       die_with_parent();
//       exec(command);
//     }
//     const int wait_status = wait_for(child);

#ifndef PERCPU_TOOLCHAINS_QEMU_RUNNER_PROCESS_H_
#define PERCPU_TOOLCHAINS_QEMU_RUNNER_PROCESS_H_

#include <sys/types.h>

#include <string>
#include <vector>

namespace qemu_runner {

/// Becomes `command`, whose first word is a path. Ends with status 127, and a
/// sentence on standard error, where that is impossible.
[[noreturn]] void exec(const std::vector<std::string>& command);

/// Has this process killed when its parent ends; on Linux alone.
void die_with_parent();

/// Waits for the end of `child`, and returns what waitpid(2) says of it.
int wait_for(pid_t child);

/// Finds `program` on the PATH, or where its name says if it has a slash.
/// Empty if it is not there.
std::string find_program(const std::string& program);

}  // namespace qemu_runner

#endif  // PERCPU_TOOLCHAINS_QEMU_RUNNER_PROCESS_H_
