// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The program, from its arguments to what it prints and how it ends.

#include "tools/map/command.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "gtest/gtest.h"

namespace percpu_map {
namespace {

constexpr char kExample[] = "tests/map/example_riscv64.elf";
constexpr char kByHand[] = "tests/map/by_hand_riscv64.elf";

struct Outcome {
  int status;
  std::string output;
  std::string errors;
};

Outcome run(const std::vector<std::string>& arguments) {
  std::ostringstream output;
  std::ostringstream errors;
  const int status = run_command(arguments, output, errors);
  return {status, output.str(), errors.str()};
}

std::string read(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(CommandTest, TableHasEveryPart) {
  const Outcome outcome = run({kExample});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.errors, "");
  for (const char* part :
       {"riscv64: 4 areas, one every 12288 bytes (the stride)",
        "hot: 12 bytes used, 4084 left", "padding: ", "\nvariable ",
        "\npadding at ", "\nline  shared by\n", "tests/map/example.cc"}) {
    EXPECT_TRUE(has(outcome.output, part)) << part << "\n" << outcome.output;
  }
  EXPECT_FALSE(has(outcome.output, "?"));
}

TEST(CommandTest, TableMarksGuesses) {
  const Outcome outcome = run({"tests/map/no_debug_riscv64.elf"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(has(outcome.output, "? the most that offset and size allow"));
}

TEST(CommandTest, JsonIsOfTheSameImage) {
  const Outcome outcome = run({"--json", kExample});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(has(outcome.output,
                  "{\"name\": \"inbox\", \"offset\": 128, \"size\": 16, "
                  "\"align\": 64, \"align_source\": \"declared\", \"type\": "
                  "\"Inbox\", \"placement\": \"cacheline\""))
      << outcome.output;
}

TEST(CommandTest, PageGoesToAFile) {
  const std::string file = testing::TempDir() + "/map.html";
  const Outcome outcome = run({"--html=" + file, kExample});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.output, "");
  EXPECT_EQ(read(file), run({"--html", kExample}).output);
  EXPECT_TRUE(has(read(file), "<!DOCTYPE html>"));
}

TEST(CommandTest, CheckSaysWhetherLimitsHold) {
  EXPECT_EQ(run({"--check", "--max-area-size=12288", kExample}).status, 0);
  EXPECT_EQ(run({"--check", "--max-area-size=12287", kExample}).status, 1);
  EXPECT_EQ(run({"--check", "--max-hot=12", kExample}).status, 0);
  EXPECT_EQ(run({"--check", "--max-hot=11", kExample}).status, 1);
  const Outcome pair = run({"--check", kByHand});
  EXPECT_EQ(pair.status, 1);
  EXPECT_TRUE(has(pair.output, "inbox (cacheline"));
  EXPECT_EQ(run({"--check", "--max-false-sharing=1", kByHand}).status, 0);
  // The area's alignment is that of its stack; no two parts share 128 bytes.
  EXPECT_EQ(run({"--check", "--line=128", kExample}).status, 1);
}

TEST(CommandTest, DiffIsOfTwoImages) {
  const Outcome same = run({"--diff", kExample, kExample});
  EXPECT_EQ(same.status, 0);
  EXPECT_EQ(same.output, "the layouts are the same\n");
  const Outcome other =
      run({"--diff", kExample, "tests/map/example_x86_64.elf"});
  EXPECT_EQ(other.status, 0);
  EXPECT_TRUE(has(other.output, "architecture: riscv64 -> x86_64\n"));
  EXPECT_TRUE(has(other.output, "added    percpu_gs_base"));
}

TEST(CommandTest, HelpNamesEveryFlag) {
  const Outcome outcome = run({"--help"});
  EXPECT_EQ(outcome.status, 0);
  for (const char* flag :
       {"--json", "--html", "--check", "--diff", "--max-area-size", "--max-hot",
        "--max-false-sharing", "--line"}) {
    EXPECT_TRUE(has(outcome.output, flag)) << flag;
  }
}

TEST(CommandTest, WrongArgumentsAndFilesAreTwo) {
  const std::string nothing = "tests/map/no_such.elf";
  const std::pair<std::vector<std::string>, std::string> cases[] = {
      {{}, "map: give one image"},
      {{"--nothing", kExample}, "map: \"--nothing\" is no flag"},
      {{nothing}, "map: " + nothing + " cannot be read: No such file"},
      {{"tests/map"}, "map: tests/map cannot be read: Is a directory"},
      {{"--diff", kExample, nothing}, "map: " + nothing},
      {{"tests/map/command_test"}, "was not linked with percpu's linker"},
      {{"--html=/nowhere/map.html", kExample}, "cannot be written"},
  };
  for (const auto& [arguments, error] : cases) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.status, 2) << error;
    EXPECT_EQ(outcome.output, "") << error;
    EXPECT_TRUE(has(outcome.errors, error)) << outcome.errors;
  }
}

TEST(CommandTest, PathsAreFromWhereBazelWasCalled) {
  const std::string here = std::filesystem::current_path();
  setenv("BUILD_WORKING_DIRECTORY", (here + "/tests").c_str(), 1);
  EXPECT_EQ(run({"map/example_riscv64.elf"}).status, 0);
  EXPECT_EQ(run({kExample}).status, 2);
  EXPECT_EQ(run({here + "/" + kExample}).status, 0);
  unsetenv("BUILD_WORKING_DIRECTORY");
}

}  // namespace
}  // namespace percpu_map
