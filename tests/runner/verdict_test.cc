// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/verdict.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace qemu_runner {
namespace {

using Problems = std::vector<std::string>;

constexpr char kPass[] =
    "@percpu-test plan 1\n@percpu-test case A.B\n@percpu-test run A.B\n"
    "@percpu-test end A.B ok\n@percpu-test done 1 0 0\n";
constexpr char kFail[] =
    "@percpu-test plan 1\n@percpu-test case A.B\n@percpu-test run A.B\n"
    "@percpu-test end A.B failed\n@percpu-test done 0 1 0\n";

GuestRun exited(const std::string& output, int status) {
  GuestRun run;
  run.ending = Ending::kExited;
  run.status = status;
  run.output = output;
  return run;
}

Problems problems_of(const GuestRun& run, const Expectation& expectation) {
  return judge(run, expectation).problems;
}

TEST(VerdictTest, ProtocolAndStatusAgree) {
  EXPECT_EQ(problems_of(exited(kPass, 33), {33, "", {}}), Problems());
  EXPECT_EQ(problems_of(exited(kFail, 35), {33, "", {}}), Problems());
}

TEST(VerdictTest, StatusContradictsTheCases) {
  EXPECT_EQ(problems_of(exited(kPass, 1), {0, "", {}}),
            Problems{"No case failed, but QEMU exits with status 1, and a "
                     "guest that passes gives 0."});
  EXPECT_EQ(problems_of(exited(kFail, 0), {0, "", {}}),
            Problems{"The guest's exit status says pass, but a case failed."});
}

TEST(VerdictTest, EveryOtherEndingIsAProblem) {
  for (const Ending ending : {Ending::kSignalled, Ending::kTimedOut,
                              Ending::kTooMuch, Ending::kNotStarted}) {
    for (const Expectation& expectation :
         {Expectation{0, "", {}}, Expectation{1, "x", {}},
          Expectation{0, "", {"x"}}}) {
      GuestRun run = exited(std::string("panic: x\n") + kPass, 0);
      run.ending = ending;
      EXPECT_FALSE(problems_of(run, expectation).empty());
    }
  }
}

TEST(VerdictTest, ExpectedPanic) {
  const Expectation expectation = {0, "no guard", {}};
  EXPECT_EQ(
      problems_of(exited("hello\npanic: there is no guard!\n", 1), expectation),
      Problems());
  EXPECT_EQ(problems_of(exited("there is no guard\n", 1), expectation),
            Problems{"The guest did not panic; expected was \"no guard\"."});
  EXPECT_EQ(problems_of(exited("panic: other\n", 1), expectation),
            Problems{"The guest panicked with \"other\"; expected was \"no "
                     "guard\"."});
  EXPECT_EQ(problems_of(exited("panic: no guard\n", 0), expectation),
            Problems{"The guest's exit status says pass; a panic must fail "
                     "it."});
}

TEST(VerdictTest, ExpectedOutputComesInOrder) {
  const std::string output = "boot\r\nfirst 1\r\nsecond 2\r\n";
  const auto problems = [&](std::vector<std::string> lines) {
    return problems_of(exited(output, 0), {0, "", std::move(lines)});
  };
  EXPECT_EQ(problems({"^first [0-9]$", "second"}), Problems());
  EXPECT_EQ(problems({"second", "first"}),
            Problems{"No line of the output, after those expected before, "
                     "matches \"first\"."});
  EXPECT_EQ(problems({"third"}).size(), 1u);
  EXPECT_EQ(problems({"first", "first"}).size(), 1u);
}

TEST(VerdictTest, ExpectedOutputStillNeedsAPass) {
  EXPECT_EQ(problems_of(exited("first\n", 1), {0, "", {"first"}}).size(), 1u);
  EXPECT_EQ(
      problems_of(exited("first\npanic: x\n", 0), {0, "", {"first"}}).size(),
      1u);
}

TEST(VerdictTest, ABrokenExpressionIsAProblem) {
  EXPECT_EQ(problems_of(exited("first\n", 0), {0, "", {"("}}).size(), 1u);
  EXPECT_EQ(problems_of(exited("panic: x\n", 1), {0, "(", {}}).size(), 1u);
}

}  // namespace
}  // namespace qemu_runner
