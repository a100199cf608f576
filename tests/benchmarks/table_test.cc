// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Runs //benchmarks:table, which builds and boots the kernels of all four
// architectures.

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <tuple>

#include "benchmarks/costs.h"
#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

struct Outcome {
  std::string output;  ///< Standard output alone.
  int status;
};

Outcome run_table(const std::string& arguments, const char* redirection) {
  const std::string command =
      "exec ./benchmarks/table " + arguments + " " + redirection;
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return {.output = "", .status = -1};
  std::string output;
  char buffer[4096];
  for (size_t size; (size = fread(buffer, 1, sizeof(buffer), pipe)) > 0;) {
    output.append(buffer, size);
  }
  return {.output = output, .status = WEXITSTATUS(pclose(pipe))};
}

const Outcome& json() {
  static const Outcome run = run_table("--json", "");
  EXPECT_EQ(run.status, 0);
  return run;
}

std::string read(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

/// Architecture, operation, size and placement.
using Key = std::tuple<std::string, std::string, std::string, std::string>;

struct Numbers {
  unsigned instructions;
  unsigned bytes;
  unsigned executed;
};

/// The list's objects; fails the test for any other line.
std::multimap<Key, Numbers> parse(const std::string& text) {
  const std::regex object(
      R"re(\{"arch": "(\w+)", "op": "(\w+)", "size": (\d+), )re"
      R"re("placement": "(\w+)", "instructions": (\d+), "bytes": (\d+), )re"
      R"re("executed": (\d+)\},?)re");
  std::multimap<Key, Numbers> numbers;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, object)) {
      numbers.insert(
          {{match[1], match[2], match[3], match[4]},
           {.instructions = static_cast<unsigned>(std::stoul(match[5])),
            .bytes = static_cast<unsigned>(std::stoul(match[6])),
            .executed = static_cast<unsigned>(std::stoul(match[7]))}});
    } else if (line != "[" && line != "]") {
      ADD_FAILURE() << "not an object: " << line;
    }
  }
  return numbers;
}

TEST(TableTest, JsonHasEveryCombinationOnce) {
  const auto numbers = parse(json().output);
  EXPECT_EQ(numbers.size(), 4u * 16 * 4 * 2);
  for (const char* architecture : kArchitectures) {
    for (const char* operation : kOperations) {
      for (const unsigned size : kSizes) {
        for (const char* placement : kPlacements) {
          EXPECT_EQ(numbers.count({architecture, operation,
                                   std::to_string(size), placement}),
                    1u)
              << architecture << " " << operation << " " << size << " "
              << placement;
        }
      }
    }
  }
}

TEST(TableTest, NumbersArePlausible) {
  for (const auto& [key, number] : parse(json().output)) {
    const auto& [architecture, operation, size, placement] = key;
    SCOPED_TRACE(architecture + " " + operation + " " + size + " " + placement);
    EXPECT_GE(number.instructions, 1u);
    EXPECT_LE(number.instructions, 20u);
    // riscv64 has instructions of 2 bytes, x86_64 any length up to 15.
    EXPECT_GE(number.bytes, 2 * number.instructions);
    EXPECT_LE(number.bytes, 15 * number.instructions);
    if (architecture == "aarch64" || architecture == "loongarch64") {
      EXPECT_EQ(number.bytes, 4 * number.instructions);
    }
  }
}

// The rest has a branch, over instructions that a success executes all.
TEST(TableTest, ExecutesTheInstructionsThatTheImageHas) {
  for (const auto& [key, number] : parse(json().output)) {
    const auto& [architecture, operation, size, placement] = key;
    SCOPED_TRACE(architecture + " " + operation + " " + size + " " + placement);
    if (operation == "exchange" || operation == "compare_exchange") {
      EXPECT_GE(number.executed, 1u);
      EXPECT_LE(number.executed, number.instructions);
    } else {
      EXPECT_EQ(number.executed, number.instructions);
    }
  }
}

TEST(TableTest, TwoRunsGiveTheSame) {
  const Outcome again = run_table("--json", "");
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(again.output, json().output);
}

TEST(TableTest, MarkdownIsTablesOfTheOperations) {
  const Outcome run = run_table("--markdown", "");
  EXPECT_EQ(run.status, 0);
  for (const char* placement : kPlacements) {
    EXPECT_NE(run.output.find(std::string("| ") + placement +
                              " variable | size | x86_64 | aarch64 | riscv64 "
                              "| loongarch64 |\n"),
              std::string::npos);
  }
  for (const char* operation : kOperations) {
    EXPECT_NE(run.output.find(std::string("\n| ") + operation + " | 8"),
              std::string::npos)
        << operation;
  }
}

TEST(TableTest, ChartIsAnImage) {
  const Outcome run = run_table("--chart", "");
  EXPECT_EQ(run.status, 0);
  EXPECT_TRUE(run.output.starts_with("<svg ")) << run.output;
  EXPECT_TRUE(run.output.ends_with("</svg>\n")) << run.output;
}

TEST(TableTest, UpdateWritesWhatIsPrinted) {
  const std::string workspace = testing::TempDir() + "/workspace";
  const std::filesystem::path docs = workspace + "/docs";
  std::filesystem::create_directories(docs);
  const std::string page = docs / "performance.md";
  std::ofstream(page)
      << "<!-- tables, by ./bazelw run //benchmarks:table -- --update -->\n"
         "<!-- end of tables -->\n";
  setenv("BUILD_WORKSPACE_DIRECTORY", workspace.c_str(), 1);
  EXPECT_EQ(run_table("--update", "").status, 0);
  EXPECT_NE(read(page).find(run_table("--markdown", "").output),
            std::string::npos);
  EXPECT_EQ(read(docs / "performance.svg"), run_table("--chart", "").output);

  std::ofstream(page) << "no markers\n";
  EXPECT_NE(run_table("--update", "2>&1").output.find("two markers"),
            std::string::npos);
  EXPECT_EQ(read(page), "no markers\n");

  unsetenv("BUILD_WORKSPACE_DIRECTORY");
  EXPECT_NE(run_table("--update", "2>&1").output.find("with bazel run"),
            std::string::npos);
}

TEST(TableTest, HelpNamesTheArguments) {
  const Outcome run = run_table("--help", "");
  EXPECT_EQ(run.status, 0);
  for (const char* word : {"--json", "--markdown", "--chart", "--update", "TSC",
                           "half a minute"}) {
    EXPECT_NE(run.output.find(word), std::string::npos) << word;
  }
}

TEST(TableTest, RefusesWhatItDoesNotKnow) {
  for (const char* arguments : {"--jsno", "json", "''", "--json --json"}) {
    EXPECT_EQ(run_table(arguments, "2>/dev/null").status, 2) << arguments;
    EXPECT_EQ(run_table(arguments, "2>/dev/null").output, "") << arguments;
    EXPECT_NE(run_table(arguments, "2>&1").output.find("is not understood"),
              std::string::npos)
        << arguments;
  }
}

}  // namespace
}  // namespace percpu_benchmarks
