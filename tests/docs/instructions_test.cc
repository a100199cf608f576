// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The instructions that docs/how-it-works.md shows are those of its functions,
// up to the names of scratch registers.

#include <map>
#include <regex>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/docs/markdown.h"

namespace percpu_tests {
namespace {

constexpr char kPage[] = "docs/how-it-works.md";

using Instruction = std::vector<std::string>;
using Functions = std::map<std::string, std::vector<Instruction>>;

/// The instruction's words, numbers and signs. A comment of objdump's ends it.
Instruction instruction_in(const std::string& line) {
  static const std::regex kToken(
      "-?0x[0-9a-f]+|-?[0-9]+|[A-Za-z_][A-Za-z0-9_.]*|[^\\sA-Za-z0-9]");
  const std::string text = line.substr(0, line.find("//"));
  return Instruction(
      std::sregex_token_iterator(text.begin(), text.end(), kToken),
      std::sregex_token_iterator());
}

/// The functions of a text, each from a line that matches `name` to the next
/// one.
Functions functions_in(const std::string& text, const std::regex& name) {
  Functions functions;
  std::string current;
  for (const std::string& line : lines_of(text)) {
    std::smatch match;
    if (std::regex_match(line, match, name)) {
      current = match[1];
    } else if (!current.empty() && !line.empty()) {
      functions[current].push_back(instruction_in(line));
    }
  }
  return functions;
}

/// In the order of the page's blocks.
const std::vector<std::string> kCpus = {"x86_64", "aarch64", "riscv64",
                                        "loongarch64"};

Functions functions_of_page(const std::string& cpu) {
  for (const Block& block : blocks_of(kPage)) {
    if (block.language != "asm" || kCpus.at(block.index - 1) != cpu) continue;
    return functions_in(block.text, std::regex("(\\w+):"));
  }
  ADD_FAILURE() << "the page has no block for " << cpu;
  return {};
}

/// Of each function what stands before its return.
Functions functions_of_image(const std::string& cpu) {
  Functions functions =
      functions_in(read_document("tests/docs/accesses_" + cpu + ".txt"),
                   std::regex("<(\\w+)>:"));
  for (auto& [name, instructions] : functions) {
    size_t size = 0;
    while (size < instructions.size() && instructions[size][0] != "ret" &&
           instructions[size][0] != "retq") {
      ++size;
    }
    instructions.resize(size);
  }
  return functions;
}

/// Compares instructions, where `offset`, `high` and `low` of the page are any
/// numbers, and one scratch register stands for one.
class Comparison {
 public:
  bool is_same(const Instruction& page, const Instruction& image) {
    if (page.size() != image.size()) return false;
    for (size_t i = 0; i < page.size(); ++i) {
      if (!is_same_token(page[i], image[i])) return false;
    }
    return true;
  }

 private:
  bool is_same_token(const std::string& page, const std::string& image) {
    static const std::regex kPlaceholder("offset|high|low");
    static const std::regex kNumber("-?0x[0-9a-f]+|-?[0-9]+");
    static const std::regex kScratch("[axt][0-9]+");
    if (std::regex_match(page, kPlaceholder)) {
      return std::regex_match(image, kNumber);
    }
    if (!std::regex_match(page, kScratch)) return page == image;
    return std::regex_match(image, kScratch) &&
           is_same_name(to_image_, page, image) &&
           is_same_name(to_page_, image, page);
  }

  static bool is_same_name(std::map<std::string, std::string>& names,
                           const std::string& from, const std::string& to) {
    return names.emplace(from, to).first->second == to;
  }

  std::map<std::string, std::string> to_image_;
  std::map<std::string, std::string> to_page_;
};

std::string text_of(const std::vector<Instruction>& instructions) {
  std::string text;
  for (const Instruction& instruction : instructions) {
    for (const std::string& token : instruction) text += token + " ";
    text += "\n";
  }
  return text;
}

class InstructionsTest : public testing::TestWithParam<std::string> {};

TEST_P(InstructionsTest, ArePrintedAsTheyAre) {
  const Functions page = functions_of_page(GetParam());
  Functions image = functions_of_image(GetParam());
  EXPECT_EQ(page.size(), 5u) << "the page has five functions";
  for (const auto& [name, instructions] : page) {
    Comparison comparison;
    bool is_same = instructions.size() == image[name].size();
    for (size_t i = 0; is_same && i < instructions.size(); ++i) {
      is_same = comparison.is_same(instructions[i], image[name][i]);
    }
    EXPECT_TRUE(is_same) << name << " is\n"
                         << text_of(image[name]) << "and on the page\n"
                         << text_of(instructions);
  }
}

INSTANTIATE_TEST_SUITE_P(Page, InstructionsTest, testing::ValuesIn(kCpus),
                         [](const auto& param_info) {
                           return param_info.param;
                         });

}  // namespace
}  // namespace percpu_tests
