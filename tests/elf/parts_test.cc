// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where the variables of each part of an area stand, in the images of parts.cc.

#include <stdint.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/elf/elf_file.h"

namespace percpu_tests {
namespace {

/// In their order.
const char* const kParts[] = {"hot",       "id",          "plain",
                              "cacheline", "read_mostly", "page"};

struct Placed {
  uint64_t start;
  uint64_t end;
};

class PartsTest : public testing::TestWithParam<const char*> {
 protected:
  PartsTest() {
    for (const auto& [name, symbol] : file.symbols()) {
      // The library's own, on x86_64 only, which no macro defines.
      const bool is_gs_base = name == "percpu_gs_base";
      for (const std::string part : kParts) {
        if (name.ends_with("_percpu_" + part) ||
            (is_gs_base && part == "hot")) {
          parts[part].push_back({symbol.value, symbol.value + symbol.size});
        }
      }
    }
    for (auto& [name, variables] : parts) {
      std::sort(
          variables.begin(), variables.end(),
          [](const Placed& a, const Placed& b) { return a.start < b.start; });
    }
  }

  static std::set<uint64_t> lines_of(const Placed& variable) {
    std::set<uint64_t> lines;
    for (uint64_t at = variable.start; at < variable.end; ++at) {
      lines.insert(at / 64);
    }
    return lines;
  }

  /// The cache lines of all variables but those of `part`.
  std::set<uint64_t> lines_without(const std::string& part) const {
    std::set<uint64_t> lines;
    for (const auto& [name, variables] : parts) {
      if (name == part) continue;
      for (const Placed& variable : variables) {
        lines.merge(lines_of(variable));
      }
    }
    return lines;
  }

  const ElfFile file =
      ElfFile::read(std::string("tests/elf/parts_") + GetParam() + ".elf");
  std::map<std::string, std::vector<Placed>> parts;
};

TEST_P(PartsTest, StandInTheirOrder) {
  uint64_t end = 0;
  for (const char* part : kParts) {
    ASSERT_FALSE(parts[part].empty()) << part;
    EXPECT_LE(end, parts[part].front().start) << part;
    end = parts[part].back().end;
  }
  EXPECT_EQ(parts["hot"].front().start, 0u);
}

TEST_P(PartsTest, NeedNoPaddingBetweenVariables) {
  for (const char* part : {"hot", "plain", "read_mostly"}) {
    const std::vector<Placed>& variables = parts[part];
    ASSERT_GE(variables.size(), 6u) << part;
    for (size_t i = 1; i < variables.size(); ++i) {
      EXPECT_EQ(variables[i - 1].end, variables[i].start) << part;
    }
  }
}

TEST_P(PartsTest, CacheLinesBelongToOneVariable) {
  std::set<uint64_t> others = lines_without("cacheline");
  for (const Placed& variable : parts["cacheline"]) {
    EXPECT_EQ(variable.start % 64, 0u);
    for (const uint64_t line : lines_of(variable)) {
      EXPECT_TRUE(others.insert(line).second) << "line " << line;
    }
  }
}

TEST_P(PartsTest, ReadMostlyLinesAreWrittenByNobodyElse) {
  const std::set<uint64_t> others = lines_without("read_mostly");
  for (const Placed& variable : parts["read_mostly"]) {
    for (const uint64_t line : lines_of(variable)) {
      EXPECT_FALSE(others.contains(line)) << "line " << line;
    }
  }
}

TEST_P(PartsTest, PagesStartOnAPage) {
  for (const Placed& variable : parts["page"]) {
    EXPECT_EQ(variable.start % 4096, 0u);
  }
  EXPECT_EQ(file.section(".percpu").alignment, 4096u);
}

INSTANTIATE_TEST_SUITE_P(Architectures, PartsTest,
                         testing::Values("aarch64", "loongarch64", "riscv64",
                                         "x86_64"),
                         [](const auto& info) {
                           return std::string(info.param);
                         });

}  // namespace
}  // namespace percpu_tests
