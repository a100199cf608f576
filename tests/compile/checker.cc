// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The program of every failure_test: a GoogleTest case for each case of the
// manifest `<program>.cases`, which has four lines for one: its name, the
// outcomes of the control and of the failing build, and the message.

#include <fstream>
#include <iostream>
#include <regex>
#include <sstream>
#include <string>

#include "gtest/gtest.h"

namespace {

struct Case {
  std::string name;
  std::string control;
  std::string failing;
  std::string message;
};

/// How a build ended; status -1 where nothing says so.
struct Outcome {
  int status = -1;
  std::string output;
};

Outcome read_outcome(const std::string& path) {
  Outcome outcome;
  std::ifstream file(path);
  std::string word;
  std::string rest;
  if (!(file >> word >> outcome.status) || word != "status") return {};
  std::getline(file, rest);
  std::stringstream output;
  output << file.rdbuf();
  outcome.output = output.str();
  return outcome;
}

class FailureTest : public testing::Test {
 public:
  explicit FailureTest(const Case& the_case) : case_(the_case) {}

 private:
  void TestBody() override {
    const Outcome control = read_outcome(case_.control);
    EXPECT_EQ(control.status, 0) << "the control has to build:\n"
                                 << control.output;
    const Outcome failing = read_outcome(case_.failing);
    EXPECT_GT(failing.status, 0) << "it has to fail, with a message";
    EXPECT_LT(failing.status, 127) << "it crashed or did not start";
    EXPECT_TRUE(std::regex_search(failing.output, std::regex(case_.message)))
        << "no `" << case_.message << "` in:\n"
        << failing.output;
  }

  const Case case_;
};

/// Returns the number of cases.
int register_cases(const std::string& manifest) {
  std::ifstream file(manifest);
  int count = 0;
  Case next;
  while (std::getline(file, next.name) && std::getline(file, next.control) &&
         std::getline(file, next.failing) && std::getline(file, next.message)) {
    testing::RegisterTest(
        "FailureTest", next.name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
        [next]() -> FailureTest* { return new FailureTest(next); });
    ++count;
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string program = argv[0];
  testing::InitGoogleTest(&argc, argv);
  if (register_cases(program + ".cases") == 0) {
    std::cerr << "no case in " << program << ".cases\n";
    return 1;
  }
  return RUN_ALL_TESTS();
}
