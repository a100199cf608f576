// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// docs/layout.md shows what //tools/map prints: each block that begins with its
// command line is what the command prints.

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tools/map/command.h"

namespace {

constexpr char kFence[] = "```";
constexpr char kCommand[] = "$ ./bazelw run //tools/map -- ";

/// What the page calls the images of //tests/map.
const std::map<std::string, std::string> kImages = {
    {"kernel.elf", "tests/map/example_riscv64.elf"},
    {"next.elf", "tests/map/next_riscv64.elf"},
    {"by_hand.elf", "tests/map/by_hand_riscv64.elf"},
};

struct Block {
  std::vector<std::string> arguments;
  std::string output;
};

std::vector<std::string> arguments_of(const std::string& words) {
  std::istringstream stream(words);
  std::vector<std::string> arguments;
  for (std::string word; stream >> word;) {
    const auto image = kImages.find(word);
    arguments.push_back(image == kImages.end() ? word : image->second);
  }
  return arguments;
}

std::vector<Block> blocks() {
  std::ifstream page("docs/layout.md");
  std::vector<Block> result;
  bool is_output = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with(kFence)) {
      is_output = false;
    } else if (line.starts_with(kCommand)) {
      result.push_back({arguments_of(line.substr(sizeof(kCommand) - 1)), ""});
      is_output = true;
    } else if (is_output) {
      result.back().output += line + "\n";
    }
  }
  return result;
}

TEST(Layout, PageShowsWhatIsPrinted) {
  const std::vector<Block> all = blocks();
  EXPECT_EQ(all.size(), 4u);
  for (const Block& block : all) {
    std::ostringstream output;
    std::ostringstream errors;
    percpu_map::run_command(block.arguments, output, errors);
    EXPECT_EQ(errors.str(), "");
    EXPECT_EQ(block.output, output.str());
  }
}

}  // namespace
