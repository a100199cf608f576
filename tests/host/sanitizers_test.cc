// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Each sanitizer finds the bugs of its kind in code that uses per-CPU
// variables, and none where there is none.

#include <chrono>
#include <ostream>
#include <string>

#include "gtest/gtest.h"
#include "toolchains/qemu/runner/guest.h"

namespace percpu_tests {
namespace {

qemu_runner::GuestRun run(const std::string& sanitizer,
                          const std::string& bug) {
  return qemu_runner::run_guest({"tests/host/buggy_" + sanitizer, bug},
                                std::chrono::seconds(50));
}

struct Case {
  const char* sanitizer;
  const char* bug;
  const char* words;
};

void PrintTo(const Case& the_case, std::ostream* stream) {
  *stream << the_case.sanitizer << ", " << the_case.bug;
}

class SanitizersTest : public testing::TestWithParam<Case> {};

TEST_P(SanitizersTest, FindsTheBug) {
  const qemu_runner::GuestRun found = run(GetParam().sanitizer, GetParam().bug);
  EXPECT_NE(found.status, 0);
  EXPECT_NE(found.errors.find(GetParam().words), std::string::npos)
      << found.errors;
  EXPECT_NE(found.errors.find("buggy.cc"), std::string::npos)
      << "no place in:\n"
      << found.errors;
}

TEST_P(SanitizersTest, FindsNoneWhereThereIsNone) {
  const qemu_runner::GuestRun silent = run(GetParam().sanitizer, "none");
  EXPECT_EQ(silent.ending, qemu_runner::Ending::kExited);
  EXPECT_EQ(silent.status, 0) << silent.errors;
  EXPECT_EQ(silent.errors, "");
}

INSTANTIATE_TEST_SUITE_P(
    Bugs, SanitizersTest,
    testing::Values(Case{"asan", "out_of_bounds", "use-after-poison"},
                    Case{"asan", "out_of_bounds_remotely", "use-after-poison"},
                    Case{"tsan", "remote_race", "data race"},
                    Case{"tsan", "remote_read_race", "data race"},
                    Case{"ubsan", "signed_overflow",
                         "signed integer overflow"}),
    [](const auto& info) {
      return std::string(info.param.sanitizer) + "_" + info.param.bug;
    });

}  // namespace
}  // namespace percpu_tests
