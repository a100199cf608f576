// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/compile_commands/database.h"

#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tools/compile_commands/actions.h"

namespace compile_commands {
namespace {

// What Bazel 4 prints of an action, with these arguments.
std::string action(const std::vector<std::string>& arguments,
                   const std::string& indent = "") {
  std::string text = "actions {\n" + indent + "mnemonic: \"CppCompile\"\n";
  for (const std::string& argument : arguments) {
    text += indent + "arguments: \"" + argument + "\"\n";
  }
  return text + indent + "discovers_inputs: true\n}\n";
}

std::vector<Compilation> read(const std::string& textproto) {
  std::istringstream stream(textproto);
  return read_compilations(stream);
}

TEST(ReadCompilationsTest, FindsSourceAndArguments) {
  const auto compilations = read("artifacts {\nid: 1\n}\n" +
                                 action({"clang", "-O2", "-c", "a/b.cc"}));
  ASSERT_EQ(compilations.size(), 1u);
  EXPECT_EQ(compilations[0].source, "a/b.cc");
  EXPECT_EQ(compilations[0].arguments,
            (std::vector<std::string>{"clang", "-O2", "-c", "a/b.cc"}));
}

TEST(ReadCompilationsTest, FieldsMayBeIndented) {
  const auto compilations = read(action({"clang", "-c", "a.cc"}, "  "));
  ASSERT_EQ(compilations.size(), 1u);
  EXPECT_EQ(compilations[0].arguments.size(), 3u);
}

TEST(ReadCompilationsTest, KeepsTheFirstOfEachSource) {
  const auto compilations = read(action({"clang", "-DONE", "-c", "a.cc"}) +
                                 action({"clang", "-DTWO", "-c", "a.cc"}) +
                                 action({"clang", "-c", "b.cc"}));
  ASSERT_EQ(compilations.size(), 2u);
  EXPECT_EQ(compilations[0].arguments[1], "-DONE");
  EXPECT_EQ(compilations[1].source, "b.cc");
}

TEST(ReadCompilationsTest, LeavesOutWhatIsNotAnOwnSource) {
  EXPECT_TRUE(read(action({"clang", "-c", "entry.S"})).empty());
  EXPECT_TRUE(read(action({"clang", "-c", "bazel-out/bin/a.cc"})).empty());
  EXPECT_TRUE(read(action({"clang", "-c", "external/g/a.cc"})).empty());
  EXPECT_TRUE(read(action({"clang", "-c"})).empty());
}

TEST(ReadCompilationsTest, UndoesTheEscapes) {
  const auto compilations = read(
      action({R"(-DA=\"x\")", R"(it\'s)", R"(\\n\t\303\244)", "-c", "a.cc"}));
  ASSERT_EQ(compilations.size(), 1u);
  EXPECT_EQ(compilations[0].arguments[0], "-DA=\"x\"");
  EXPECT_EQ(compilations[0].arguments[1], "it's");
  EXPECT_EQ(compilations[0].arguments[2], "\\n\t\xc3\xa4");
}

TEST(DatabaseTest, IsOneObjectForEachCompilation) {
  EXPECT_EQ(database({{"a.cc", {"clang", "-c", "a.cc"}}, {"b.cc", {"clang"}}},
                     "/w", "/base"),
            R"([
{"directory": "/w", "file": "a.cc", "arguments": ["clang", "-c", "a.cc"]},
{"directory": "/w", "file": "b.cc", "arguments": ["clang"]}
]
)");
}

TEST(DatabaseTest, QuotesForJson) {
  EXPECT_EQ(database({{"a.cc", {"-DA=\"x\\y\"", "\n\xc3\xa4"}}}, "/w", "/base"),
            "[\n{\"directory\": \"/w\", \"file\": \"a.cc\", \"arguments\": "
            "[\"-DA=\\\"x\\\\y\\\"\", \"\\u000a\xc3\xa4\"]}\n]\n");
}

TEST(DatabaseTest, LocatesOtherRepositories) {
  const std::string json = database(
      {{"a.cc", {"-isystem", "external/g", "-Iexternal/h", "x/external/i"}}},
      "/w", "/base");
  EXPECT_NE(
      json.find(
          R"("-isystem", "/base/external/g", "-I/base/external/h", "x/external/i")"),
      std::string::npos)
      << json;
}

}  // namespace
}  // namespace compile_commands
