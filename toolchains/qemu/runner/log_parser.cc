// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/log_parser.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "toolchains/qemu/runner/words.h"

namespace qemu_runner {
namespace {

constexpr std::string_view kPrefix = "@percpu-test ";
constexpr std::string_view kPanic = "panic: ";

// Carries what has been read so far from line to line.
class Parser {
 public:
  void read_line(std::string_view line);
  void read_cut_line(std::string_view line);
  Report finish();

 private:
  void read_plan(std::string_view rest);
  void read_case(std::string_view rest);
  void read_run(std::string_view rest);
  void read_fail(std::string_view rest);
  void read_skip(std::string_view rest);
  void read_end(std::string_view rest);
  void read_done(std::string_view rest);

  void check_done();
  void problem(std::string sentence);
  CaseResult* find(std::string_view name);

  struct Done {
    size_t passed, failed, skipped;
  };

  Report report_;
  std::optional<size_t> plan_;
  std::optional<Done> done_;
  CaseResult* running_ = nullptr;
  std::string running_name_;
};

void Parser::problem(std::string sentence) {
  report_.problems.push_back(std::move(sentence));
}

CaseResult* Parser::find(std::string_view name) {
  const auto found = std::find_if(
      report_.cases.begin(), report_.cases.end(),
      [&](const CaseResult& result) { return result.name == name; });
  return found == report_.cases.end() ? nullptr : &*found;
}

void Parser::read_line(std::string_view line) {
  // Output without a line end may stand before a prefix.
  const size_t start = line.find(kPrefix);
  const size_t panic = line.find(kPanic);
  if (panic < start) {
    report_.panics.emplace_back(line.substr(panic + kPanic.size()));
    return;
  }
  if (start == std::string_view::npos) return;
  std::string_view rest = line.substr(start + kPrefix.size());
  const std::string_view word = take_word(rest);
  if (done_.has_value()) {
    problem("The guest goes on after its done line: " + printable(line));
  }
  if (word == "plan") return read_plan(rest);
  if (word == "case") return read_case(rest);
  if (word == "run") return read_run(rest);
  if (word == "fail") return read_fail(rest);
  if (word == "skip") return read_skip(rest);
  if (word == "end") return read_end(rest);
  if (word == "done") return read_done(rest);
  problem("A protocol line is garbled: " + printable(line));
}

void Parser::read_cut_line(std::string_view line) {
  const bool is_protocol = line.find(kPrefix) != std::string_view::npos ||
                           (!line.empty() && kPrefix.starts_with(line));
  if (is_protocol) {
    problem("The last protocol line is cut off: " + printable(line));
    return;
  }
  read_line(line);
}

void Parser::read_plan(std::string_view rest) {
  if (plan_.has_value()) problem("The guest plans its cases twice.");
  plan_ = parse_number(rest);
  if (!plan_.has_value()) {
    problem("The plan is not a number: " + printable(rest));
  } else if (*plan_ == 0) {
    problem("The guest has no cases: no test is linked into the image.");
  }
}

void Parser::read_case(std::string_view rest) {
  if (!is_case_name(rest)) {
    return problem("A case has no Suite.Name: " + printable(rest));
  }
  if (find(rest) != nullptr) {
    return problem("The case " + std::string(rest) + " is announced twice.");
  }
  if (running_ != nullptr) {
    problem("The case " + std::string(rest) + " is announced too late.");
  }
  report_.cases.emplace_back().name = rest;
  // Announcing may have moved the cases.
  if (running_ != nullptr) running_ = find(running_name_);
}

void Parser::read_run(std::string_view rest) {
  if (running_ != nullptr) {
    problem("The case " + running_->name + " has not ended where " +
            printable(rest) + " begins.");
  }
  running_ = find(rest);
  if (running_ == nullptr) {
    return problem("The case " + printable(rest) +
                   " runs without being announced.");
  }
  running_name_ = running_->name;
  if (running_->state != CaseState::kNotRun) {
    return problem("The case " + running_->name + " runs twice.");
  }
  running_->state = CaseState::kRunning;
}

void Parser::read_fail(std::string_view rest) {
  Failure failure = parse_failure(rest);
  if (running_ == nullptr) {
    return problem("Something failed while no case ran: " + failure.file + ":" +
                   std::to_string(failure.line) + ": " + failure.message);
  }
  running_->failures.push_back(std::move(failure));
}

void Parser::read_skip(std::string_view rest) {
  if (running_ == nullptr) {
    return problem("Something was skipped while no case ran: " +
                   printable(rest));
  }
  running_->skip_message = unescape(rest);
}

void Parser::read_end(std::string_view rest) {
  const std::string_view name = take_word(rest);
  CaseResult* result = find(name);
  if (result == nullptr || result != running_) {
    problem("The case " + printable(name) + " ends but does not run.");
    // It still counts if it failed.
    if (result != nullptr && rest == "failed") {
      result->state = CaseState::kFailed;
    }
    return;
  }
  running_ = nullptr;
  if (rest != "ok" && rest != "failed" && rest != "skipped") {
    problem("The case " + result->name +
            " ends with a garbled result: " + printable(rest));
    result->state = CaseState::kFailed;
    return;
  }
  // A failure stays: neither an earlier run nor a message is taken back.
  if (rest == "failed" || !result->failures.empty() ||
      result->state == CaseState::kFailed) {
    result->state = CaseState::kFailed;
  } else {
    result->state = rest == "ok" ? CaseState::kPassed : CaseState::kSkipped;
  }
}

void Parser::read_done(std::string_view rest) {
  const auto passed = parse_number(take_word(rest));
  const auto failed = parse_number(take_word(rest));
  const auto skipped = parse_number(rest);
  if (!passed || !failed || !skipped) {
    return problem("The done line does not hold three numbers.");
  }
  done_ = {*passed, *failed, *skipped};
}

void Parser::check_done() {
  size_t passed = 0, failed = 0, skipped = 0;
  for (const CaseResult& result : report_.cases) {
    passed += result.state == CaseState::kPassed;
    failed += result.state == CaseState::kFailed;
    skipped += result.state == CaseState::kSkipped;
  }
  if (passed == done_->passed && failed == done_->failed &&
      skipped == done_->skipped) {
    return;
  }
  const auto words = [](size_t passed, size_t failed, size_t skipped) {
    return std::to_string(passed) + " passed, " + std::to_string(failed) +
           " failed, " + std::to_string(skipped) + " skipped";
  };
  problem("The guest counts " +
          words(done_->passed, done_->failed, done_->skipped) +
          ", but its lines say " + words(passed, failed, skipped) + ".");
}

Report Parser::finish() {
  for (const std::string& panic : report_.panics) {
    problem("The guest panicked: " + printable(panic));
  }
  if (!plan_.has_value()) {
    problem("The guest never announced its cases: there is no plan line.");
  } else if (*plan_ != report_.cases.size()) {
    problem("The guest plans " + std::to_string(*plan_) +
            " cases and announces " + std::to_string(report_.cases.size()) +
            ".");
  }
  for (const CaseResult& result : report_.cases) {
    if (result.state == CaseState::kNotRun) {
      problem("The case " + result.name + " never ran.");
    } else if (result.state == CaseState::kRunning) {
      problem("The case " + result.name + " began and did not end.");
    }
  }
  if (done_.has_value()) {
    check_done();
  } else {
    problem("The guest did not finish: there is no done line.");
  }
  return std::move(report_);
}

}  // namespace

bool Report::any_case_failed() const {
  return std::any_of(cases.begin(), cases.end(), [](const CaseResult& result) {
    return result.state != CaseState::kPassed &&
           result.state != CaseState::kSkipped;
  });
}

std::vector<std::string_view> split_lines(std::string_view log) {
  std::vector<std::string_view> lines;
  while (!log.empty()) {
    const size_t end = log.find('\n');
    std::string_view line = log.substr(0, end);
    while (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    log.remove_prefix(end + 1);
  }
  return lines;
}

Report parse_log(std::string_view log) {
  const std::vector<std::string_view> lines = split_lines(log);
  const bool cut = !log.empty() && !log.ends_with('\n');
  Parser parser;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (cut && i + 1 == lines.size()) {
      parser.read_cut_line(lines[i]);
    } else {
      parser.read_line(lines[i]);
    }
  }
  return parser.finish();
}

}  // namespace qemu_runner
