// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Every block of code in the documents is checked by something: compiled,
// linked or run by a test that takes it with code_block(), compared with the
// file that it quotes, or, where it is commands, on the list of commands.

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/docs/markdown.h"

namespace percpu_tests {
namespace {

std::string key_of(const std::string& document, const std::string& language,
                   unsigned index) {
  return document + " " + language + " " + std::to_string(index);
}

std::vector<std::string> list(const std::string& name) {
  return lines_of(read_document("tests/docs/" + name));
}

/// Each quoting block, and the file that has its lines.
std::map<std::string, std::string> quotes() {
  std::map<std::string, std::string> quotes;
  for (const std::string& line : list("quotes.txt")) {
    const size_t space = line.rfind(' ');
    quotes[line.substr(0, space)] = line.substr(space + 1);
  }
  return quotes;
}

/// What empty lines part.
std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs(1);
  for (const std::string& line : lines_of(text)) {
    if (!line.empty()) {
      paragraphs.back() += line + "\n";
    } else if (!paragraphs.back().empty()) {
      paragraphs.emplace_back();
    }
  }
  return paragraphs;
}

/// A command as it is typed: without the comment after it.
std::string command_of(const std::string& line) {
  const std::string command = line.substr(0, line.find(" #"));
  return command.substr(0, command.find_last_not_of(' ') + 1);
}

TEST(Blocks, EachIsCheckedBySomething) {
  const auto taken_list = list("taken.txt");
  const std::set<std::string> taken(taken_list.begin(), taken_list.end());
  const auto quoting = quotes();
  for (const std::string& document : list("pages.txt")) {
    for (const Block& block : blocks_of(document)) {
      if (block.language == "sh") continue;
      const std::string key = key_of(document, block.language, block.index);
      EXPECT_TRUE(taken.count(key) + quoting.count(key) > 0)
          << key << ": no test takes this block\n"
          << block.text;
    }
  }
}

TEST(Blocks, QuotesAreInTheFilesThatTheyQuote) {
  for (const auto& [key, file] : quotes()) {
    std::istringstream words(key);
    std::string document;
    std::string language;
    unsigned index = 0;
    words >> document >> language >> index;
    bool is_there = false;
    for (const Block& block : blocks_of(document)) {
      if (block.language != language || block.index != index) continue;
      is_there = true;
      const std::string lines = "\n" + read_document(file);
      size_t end = 0;
      for (const std::string& paragraph : paragraphs_of(block.text)) {
        const size_t start = lines.find("\n" + paragraph, end);
        EXPECT_NE(start, std::string::npos)
            << key << ": " << file << " has no such lines, or earlier\n"
            << paragraph;
        if (start != std::string::npos) end = start + paragraph.size();
      }
    }
    EXPECT_TRUE(is_there) << key << ": there is no such block";
  }
}

TEST(Commands, EachIsRunSomewhere) {
  std::map<std::string, unsigned> uses;
  std::map<std::string, std::string> runs;
  for (const std::string& line : list("commands.txt")) {
    const size_t tab = line.find('\t');
    runs[line.substr(0, tab)] = line.substr(tab + 1);
  }
  for (const std::string& document : list("pages.txt")) {
    for (const Block& block : blocks_of(document)) {
      if (block.language != "sh") continue;
      for (const std::string& line : lines_of(block.text)) {
        const std::string command = command_of(line);
        if (command.empty() || command.front() == '#') continue;
        ++uses[command];
        EXPECT_EQ(runs.count(command), 1u)
            << document
            << ": COMMANDS in tests/docs/checked.bzl does not say where "
            << "this is run: " << command;
      }
    }
  }
  for (const auto& [command, where] : runs) {
    EXPECT_GT(uses[command], 0u) << "no document has the command " << command;
    const size_t space = where.find(' ');
    const std::string file = where.substr(0, space);
    EXPECT_NE(read_document(file).find(where.substr(space + 1)),
              std::string::npos)
        << command << ": not run by " << where;
  }
}

}  // namespace
}  // namespace percpu_tests
