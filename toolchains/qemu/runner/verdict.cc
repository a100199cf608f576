// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/verdict.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <string_view>

namespace qemu_runner {
namespace {

using Problems = std::vector<std::string>;

std::optional<std::regex> compile(const std::string& expression,
                                  Problems& problems) {
  try {
    return std::regex(expression);
  } catch (const std::regex_error& error) {
    problems.push_back("The expression \"" + expression +
                       "\" is broken: " + error.what());
    return std::nullopt;
  }
}

bool matches(std::string_view line, const std::regex& expression) {
  return std::regex_search(line.begin(), line.end(), expression);
}

// Whether the guest came to an end of its own; a problem if not.
bool check_ending(const GuestRun& run, Problems& problems) {
  switch (run.ending) {
    case Ending::kExited:
      return true;
    case Ending::kSignalled:
      problems.push_back("QEMU died of signal " + std::to_string(run.status) +
                         ".");
      return false;
    case Ending::kTimedOut:
      problems.push_back("The guest hangs: killed after " +
                         std::to_string(run.duration.count()) + " ms.");
      return false;
    case Ending::kTooMuch:
      problems.push_back("The guest writes without end: killed after " +
                         std::to_string(run.output.size()) + " bytes.");
      return false;
    case Ending::kNotStarted:
      problems.push_back("QEMU did not start: " + run.errors);
      return false;
  }
  return false;
}

std::string status_sentence(const GuestRun& run, int pass_status) {
  return "QEMU exits with status " + std::to_string(run.status) +
         ", and a guest that passes gives " + std::to_string(pass_status) + ".";
}

void check_protocol(const GuestRun& run, int pass_status, bool ended,
                    Verdict& verdict) {
  verdict.report = parse_log(run.output);
  const Report& report = verdict.report;
  verdict.problems.insert(verdict.problems.end(), report.problems.begin(),
                          report.problems.end());
  if (!ended) return;
  const bool status_passes = run.status == pass_status;
  const bool cases_pass = !report.any_case_failed();
  if (status_passes && !cases_pass) {
    verdict.problems.push_back(
        "The guest's exit status says pass, but a case failed.");
  }
  if (!status_passes && cases_pass) {
    verdict.problems.push_back("No case failed, but " +
                               status_sentence(run, pass_status));
  }
}

void check_panic(const GuestRun& run, const Expectation& expectation,
                 bool ended, Verdict& verdict) {
  Problems& problems = verdict.problems;
  const std::optional<std::regex> expression =
      compile(expectation.panic, problems);
  if (!expression.has_value()) return;
  const std::vector<std::string> panics = parse_log(run.output).panics;
  if (panics.empty()) {
    problems.push_back("The guest did not panic; expected was \"" +
                       expectation.panic + "\".");
  } else if (std::none_of(panics.begin(), panics.end(),
                          [&](const std::string& panic) {
                            return matches(panic, *expression);
                          })) {
    problems.push_back("The guest panicked with \"" + panics[0] +
                       "\"; expected was \"" + expectation.panic + "\".");
  }
  if (ended && run.status == expectation.pass_status) {
    problems.push_back(
        "The guest's exit status says pass; a panic must fail it.");
  }
}

void check_output(const GuestRun& run, const Expectation& expectation,
                  bool ended, Verdict& verdict) {
  Problems& problems = verdict.problems;
  const std::vector<std::string_view> lines = split_lines(run.output);
  auto line = lines.begin();
  for (const std::string& text : expectation.output) {
    const std::optional<std::regex> expression = compile(text, problems);
    if (!expression.has_value()) return;
    line = std::find_if(line, lines.end(), [&](std::string_view candidate) {
      return matches(candidate, *expression);
    });
    if (line == lines.end()) {
      problems.push_back(
          "No line of the output, after those expected before, "
          "matches \"" +
          text + "\".");
      break;
    }
    ++line;
  }
  for (const std::string& panic : parse_log(run.output).panics) {
    problems.push_back("The guest panicked: " + panic);
  }
  if (ended && run.status != expectation.pass_status) {
    problems.push_back(status_sentence(run, expectation.pass_status));
  }
}

}  // namespace

Verdict judge(const GuestRun& run, const Expectation& expectation) {
  Verdict verdict;
  const bool ended = check_ending(run, verdict.problems);
  if (expectation.speaks_protocol()) {
    check_protocol(run, expectation.pass_status, ended, verdict);
  } else if (!expectation.panic.empty()) {
    check_panic(run, expectation, ended, verdict);
  } else {
    check_output(run, expectation, ended, verdict);
  }
  return verdict;
}

}  // namespace qemu_runner
