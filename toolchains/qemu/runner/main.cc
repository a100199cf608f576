// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// Boots a guest under QEMU once and reports each of its cases as a GoogleTest
// test, so that filters, shards, XML and exit status are those of any test.
// The guest's own way to its end is the case Guest.RunsToCompletion; if it is
// wrong, that case runs and fails whatever the filter and shard.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "toolchains/qemu/runner/debugger.h"
#include "toolchains/qemu/runner/flags.h"
#include "toolchains/qemu/runner/guest.h"
#include "toolchains/qemu/runner/process.h"
#include "toolchains/qemu/runner/verdict.h"
#include "toolchains/qemu/runner/words.h"

namespace qemu_runner {
namespace {

constexpr char kCompletionCase[] = "Guest.RunsToCompletion";

// Time left to report a hang before the test's own time-out.
constexpr std::chrono::seconds kReserve{5};

// A failure message carries this much of the serial line's end; all of it
// stands above in the log.
constexpr size_t kMaxShown = 4096;

// The recorded result of one of the guest's cases.
class GuestCase : public testing::Test {
 public:
  explicit GuestCase(const CaseResult& result) : result_(result) {}

 private:
  void TestBody() override {
    for (const Failure& failure : result_.failures) {
      ADD_FAILURE_AT(failure.file.c_str(), failure.line) << failure.message;
    }
    switch (result_.state) {
      case CaseState::kPassed:
        break;
      case CaseState::kSkipped:
        GTEST_SKIP() << result_.skip_message;
      case CaseState::kFailed:
        if (!HasFailure()) ADD_FAILURE() << "The guest gives no reason.";
        break;
      case CaseState::kRunning:
        ADD_FAILURE() << "The case began and did not end.";
        break;
      case CaseState::kNotRun:
        ADD_FAILURE() << "The case never ran.";
        break;
    }
  }

  const CaseResult& result_;
};

// Whether the guest ran as expected, apart from its cases.
class RunsToCompletion : public testing::Test {
 public:
  RunsToCompletion(const GuestRun& run, const Verdict& verdict)
      : run_(run), verdict_(verdict) {}

 private:
  void TestBody() override {
    RecordProperty("boot_to_exit_ms", std::to_string(run_.duration.count()));
    if (verdict_.problems.empty()) return;
    std::string text;
    for (const std::string& problem : verdict_.problems) {
      text += problem + "\n";
    }
    ADD_FAILURE() << text << "The serial line's end:\n"
                  << end_of(run_.output) << "QEMU's own words:\n"
                  << end_of(run_.errors);
  }

  static std::string end_of(std::string_view text) {
    if (text.empty()) return "  (nothing)\n";
    text.remove_prefix(text.size() - std::min(text.size(), kMaxShown));
    std::string shown;
    for (const std::string_view line : split_lines(text)) {
      shown += "  " + printable(line) + "\n";
    }
    return shown;
  }

  const GuestRun& run_;
  const Verdict& verdict_;
};

// How many shards there are. GoogleTest deals the cases out one by one.
size_t shard_count() {
  const char* text = getenv("GTEST_TOTAL_SHARDS");
  return parse_number(text == nullptr ? "" : text).value_or(1);
}

void register_tests(const GuestRun& run, const Verdict& verdict) {
  // Each shard boots the guest, so each has a completion case: as many in
  // succession as there are shards.
  for (size_t shard = 0; shard < shard_count(); ++shard) {
    testing::RegisterTest(
        "Guest", "RunsToCompletion", nullptr, nullptr, __FILE__, __LINE__,
        [&]() -> testing::Test* { return new RunsToCompletion(run, verdict); });
  }
  for (const CaseResult& result : verdict.report.cases) {
    const size_t dot = result.name.find('.');
    const std::string suite = result.name.substr(0, dot);
    const std::string name = result.name.substr(dot + 1);
    const bool has_place = !result.failures.empty();
    testing::RegisterTest(
        suite.c_str(), name.c_str(), nullptr, nullptr,
        has_place ? result.failures[0].file.c_str() : __FILE__,
        has_place ? result.failures[0].line : __LINE__,
        [&result]() -> testing::Test* { return new GuestCase(result); });
  }
}

// Makes every filter choose the failing completion case.
void widen_filter() {
  const std::string filter = GTEST_FLAG_GET(filter);
  const std::string positive = filter.substr(0, filter.find('-'));
  GTEST_FLAG_SET(filter, positive.empty() ? kCompletionCase
                                          : positive + ":" + kCompletionCase);
}

std::chrono::seconds deadline_of(const Flags& flags) {
  const char* text = getenv("TEST_TIMEOUT");
  const auto limit = parse_number(text == nullptr ? "" : text);
  if (!limit.has_value()) return flags.deadline;
  const std::chrono::seconds until_limit(*limit);
  return std::min(flags.deadline, std::max(kReserve, until_limit - kReserve));
}

int test_guest(const Flags& flags, const std::vector<std::string>& command) {
  const GuestRun run = run_guest(command, deadline_of(flags));
  if (!run.output.empty() && !run.output.ends_with('\n')) printf("\n");
  printf("The guest took %lld ms from boot to exit.\n",
         static_cast<long long>(run.duration.count()));
  const Verdict verdict = judge(run, flags.expectation);
  const bool broken = !verdict.problems.empty();
  if (broken) widen_filter();
  register_tests(run, verdict);
  const int result = RUN_ALL_TESTS();
  return result != 0 || broken ? 1 : 0;
}

int run_interactively(const Flags& flags,
                      const std::vector<std::string>& command) {
  const GuestRun run = run_guest_interactively(command);
  const bool passed = run.ending == Ending::kExited &&
                      run.status == flags.expectation.pass_status;
  return passed ? 0 : 1;
}

int run(int argc, char** argv) {
  const Flags flags = read_flags(argc, argv);
  if (!flags.error.empty()) {
    fprintf(stderr, "%s\n", flags.error.c_str());
    return 2;
  }
  const std::string qemu = find_program(flags.qemu);
  if (qemu.empty()) {
    fprintf(stderr, "%s\n", missing_qemu(flags).c_str());
    return 1;
  }
  const std::string kernel = find_kernel(flags, argv[0]);
  if (kernel.empty()) {
    fprintf(stderr, "The image %s is not there.\n", flags.kernel.c_str());
    return 1;
  }
  std::vector<std::string> command = {qemu};
  command.insert(command.end(), flags.qemu_args.begin(), flags.qemu_args.end());
  command.insert(command.end(), {"-kernel", kernel});
  if (flags.debug) return debug_guest(command, kernel, flags.session);
  return flags.interactive ? run_interactively(flags, command)
                           : test_guest(flags, command);
}

}  // namespace
}  // namespace qemu_runner

int main(int argc, char** argv) {
  setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  testing::InitGoogleTest(&argc, argv);
  return qemu_runner::run(argc, argv);
}
