// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// docs/errors.md has each message of the sources, and no other.

#include "tests/docs/messages.h"

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/docs/markdown.h"

namespace percpu_tests {
namespace {

std::set<std::string> messages_of_page(const std::string& page) {
  std::set<std::string> messages;
  for (const std::string& span : code_spans_of(page)) {
    messages.insert(generalized(span));
  }
  return messages;
}

std::set<std::string> messages_of_sources() {
  std::set<std::string> messages;
  for (const std::string& source :
       lines_of(read_document("tests/docs/sources.txt"))) {
    // The debugger's script as assembler text.
    if (source.ends_with(".inc")) continue;
    messages.merge(messages_in(read_document(source)));
  }
  return messages;
}

bool is_of_library(const std::string& text) {
  return text.compare(0, 8, "percpu: ") == 0;
}

TEST(Messages, PageHasEach) {
  const auto page = messages_of_page("docs/errors.md");
  const auto sources = messages_of_sources();
  EXPECT_GT(sources.size(), 50u) << "the sources have fewer than they had";
  for (const std::string& message : sources) {
    EXPECT_EQ(page.count(message), 1u)
        << "docs/errors.md does not have: " << message;
  }
}

TEST(Messages, PageHasNoOther) {
  const auto sources = messages_of_sources();
  for (const std::string& text : messages_of_page("docs/errors.md")) {
    if (!is_of_library(text)) continue;
    EXPECT_EQ(sources.count(text), 1u)
        << "docs/errors.md has, and no source: " << text;
  }
}

/// An expression for a message of the page, in which `*` is anything.
std::regex expression_of(const std::string& message) {
  static const std::regex kSign("[.^$|()\\[\\]{}*+?\\\\]");
  const std::string text = std::regex_replace(message, kSign, "\\$&");
  static const std::regex kAnything("\\\\\\*");
  return std::regex(std::regex_replace(text, kAnything, ".*"));
}

TEST(Messages, ToolsSayWhatThePageSaysOfThem) {
  std::vector<std::string> said;
  for (const std::string& file :
       lines_of(read_document("tests/docs/outputs.txt"))) {
    for (const std::string& line : lines_of(read_document(file))) {
      said.push_back(line);
    }
  }
  unsigned count = 0;
  static const std::regex kOfTool("`([^`]*)` \\((clang|ld\\.lld)\\)");
  for (const std::string& line : lines_of(read_document("docs/errors.md"))) {
    const auto cells = cells_of(line);
    std::smatch match;
    if (cells.empty() || !std::regex_match(cells[0], match, kOfTool)) continue;
    ++count;
    const std::regex expression = expression_of(generalized(match[1]));
    EXPECT_TRUE(std::any_of(said.begin(), said.end(),
                            [&](const std::string& line) {
                              return std::regex_search(line, expression);
                            }))
        << match[2] << " says nothing like: " << match[1];
  }
  EXPECT_GT(count, 10u) << "docs/errors.md has fewer than it had";
}

TEST(Messages, ReadmeHasTheirBeginnings) {
  const auto sources = messages_of_sources();
  for (const std::string& text : messages_of_page("README.md")) {
    if (!is_of_library(text)) continue;
    const std::string beginning = text.substr(0, text.find("..."));
    const bool is_one = std::any_of(
        sources.begin(), sources.end(), [&](const std::string& message) {
          return message.compare(0, beginning.size(), beginning) == 0;
        });
    EXPECT_TRUE(is_one) << "README.md has, and no source: " << text;
  }
}

TEST(Messages, AreReadAsTheLanguagesJoinThem) {
  EXPECT_EQ(messages_in("#error \\\n    \"percpu: a\"\n"),
            std::set<std::string>({"percpu: a"}));
  EXPECT_EQ(messages_in("x(\"percpu: a \" \\\n  \"b\", \"c\")"),
            std::set<std::string>({"percpu: a b"}));
  EXPECT_EQ(messages_in("return (\"percpu: {} \" +\n \"b\").format(n)"),
            std::set<std::string>({"percpu: * b"}));
  EXPECT_EQ(messages_in("A = \"\"\"percpu: {file} \\\nb\"\"\"\n"),
            std::set<std::string>({"percpu: * b"}));
  EXPECT_EQ(messages_in("fail(\"No \\\"%s\\\".\" % x)"),
            std::set<std::string>({"No \"*\"."}));
  EXPECT_EQ(messages_in("//   stop(\"percpu: a\")\n# fail(\"b\")\n"),
            std::set<std::string>());
}

}  // namespace
}  // namespace percpu_tests
