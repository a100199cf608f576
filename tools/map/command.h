// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The program, but for its standard streams.
//
//   return run_command({"--json", "kernel.elf"}, std::cout, std::cerr);

#ifndef PERCPU_TOOLS_MAP_COMMAND_H_
#define PERCPU_TOOLS_MAP_COMMAND_H_

#include <ostream>
#include <string>
#include <vector>

namespace percpu_map {

/// Returns the exit status: 0 if all is well, 1 if a check failed, 2 if the
/// arguments or a file are wrong. `bazel run` starts programs elsewhere than
/// where it was called; relative paths are from where it was called.
int run_command(const std::vector<std::string>& arguments, std::ostream& out,
                std::ostream& errors);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_COMMAND_H_
