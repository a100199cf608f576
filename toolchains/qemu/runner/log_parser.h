// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: toolchains/qemu/runner/log_parser.h
//
// Reads what a guest's tests wrote to the serial line.
//
//     const Report report = parse_log(serial_text);
//     for (const CaseResult& result : report.cases) ...
//
// The protocol. Each line is whole and begins with `@percpu-test `; all other
// lines are ordinary output.
//
//     plan <number of cases>
//     case <Suite.Name>                   for each case, before the first run
//     run <Suite.Name>
//     fail <file>:<line>: <message>       belongs to the case that runs
//     skip <message>
//     end <Suite.Name> ok|failed|skipped
//     done <passed> <failed> <skipped>
//
// A message's line ends stand as `\n`, `\r`, backslashes as `\\`, other control
// characters as `\xHH`. An ordinary line with `panic: ` is a panic, and what
// follows is its message. Output that has not ended its line may stand before
// `@percpu-test ` and `panic: `.
//
// A failure is never undone by a later success, and whatever the guest leaves
// out or says twice is a problem of the whole run.

#ifndef PERCPU_TOOLCHAINS_QEMU_RUNNER_LOG_PARSER_H_
#define PERCPU_TOOLCHAINS_QEMU_RUNNER_LOG_PARSER_H_

#include <string>
#include <string_view>
#include <vector>

namespace qemu_runner {

struct Failure {
  std::string file;  ///< Empty if the guest gave no place.
  int line = 0;
  std::string message;
};

enum class CaseState { kNotRun, kRunning, kPassed, kFailed, kSkipped };

struct CaseResult {
  std::string name;  ///< "Suite.Name".
  CaseState state = CaseState::kNotRun;
  std::vector<Failure> failures;
  std::string skip_message;
};

struct Report {
  std::vector<CaseResult> cases;      ///< In the order of the guest's plan.
  std::vector<std::string> panics;    ///< The messages, in order.
  std::vector<std::string> problems;  ///< Sentences; empty if the run is whole.

  /// Whether some case failed, or did not come to its end.
  bool any_case_failed() const;
};

/// Parses the whole log. Accepts any bytes, and lines that end in LF or CR LF.
Report parse_log(std::string_view log);

/// The lines of `log` without their ends, control characters kept.
std::vector<std::string_view> split_lines(std::string_view log);

}  // namespace qemu_runner

#endif  // PERCPU_TOOLCHAINS_QEMU_RUNNER_LOG_PARSER_H_
