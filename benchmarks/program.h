// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Running the measuring programs, from this program's runfiles.
//
//   const ProgramRun run = run_program("benchmarks/executed_riscv64");
//   if (!run.error.empty()) complain(run.error);

#ifndef PERCPU_BENCHMARKS_PROGRAM_H_
#define PERCPU_BENCHMARKS_PROGRAM_H_

#include <string>

namespace percpu_benchmarks {

struct ProgramRun {
  std::string output;  ///< Standard output and standard error.
  std::string error;   ///< A sentence if it did not start or did not pass.
};

/// Runs `path`, relative to the runfiles, to its end. The arguments are words
/// that a shell takes as they are.
ProgramRun run_program(const std::string& path,
                       const std::string& arguments = "");

/// Reads the file `path`, relative to the runfiles. Empty if it is not there.
std::string read_file(const std::string& path);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_PROGRAM_H_
