// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The instructions of each accessor, in the disassembly of accesses.cc, where
// a compiler or linker could go silently wrong.

#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "gtest/gtest.h"

namespace {

using Instructions = std::vector<std::string>;

/// Reads `<name>:` lines, each followed by the function's instructions.
std::map<std::string, Instructions> read_functions(const std::string& path) {
  const std::regex title("(?:[0-9a-f]+ )?<([A-Za-z_0-9]+)>:");
  const std::regex filler("\\t(nop[wl]?|int3|break)(\\t|$)");
  std::map<std::string, Instructions> functions;
  std::ifstream file(path);
  EXPECT_TRUE(file.good()) << path;
  std::string line;
  std::string name;
  std::smatch match;
  while (std::getline(file, line)) {
    if (std::regex_match(line, match, title)) {
      name = match[1];
    } else if (!name.empty() && !line.empty() &&
               !std::regex_search(line, filler)) {
      functions[name].push_back(line);
    }
  }
  return functions;
}

unsigned count(const Instructions& instructions, const char* expression) {
  unsigned found = 0;
  for (const std::string& line : instructions) {
    found += std::regex_search(line, std::regex(expression));
  }
  return found;
}

std::string text_of(const Instructions& instructions) {
  std::string text;
  for (const std::string& line : instructions) text += line + "\n";
  return text;
}

struct Architecture {
  const char* name;
  /// What every access names: the register, or the segment.
  const char* base;
  /// Instructions that load and store.
  const char* load;
  const char* store;
  /// What an instruction must not have: an address that is relative to the
  /// program counter, a memory operand without the base, or the zero register
  /// for a base.
  const char* forbidden;
  /// A comparison that the compiler did not fold.
  const char* comparison;
};

void PrintTo(const Architecture& cpu, std::ostream* stream) {
  *stream << cpu.name;
}

const Architecture kArchitectures[] = {
    {"aarch64", "TPIDR_EL1", "\tldr", "\tstr", "\tadrp?\t|xzr\\]|\\[xzr",
     "\tcmp\t|\tcset\t|\ttst\t"},
    {"loongarch64", "\\$(r21|x)\\b", "\tldx?\\.", "\tstx?\\.",
     "\tpcalau12i|\tpcaddu|\tpcaddi|\t(ld|st)[a-z.]+\t[^,]+, \\$zero",
     "\tsltui?\t"},
    {"riscv64", "\\bgp\\b", "\t(lb|lh|lw|ld|c\\.l)u?\t",
     "\t(sb|sh|sw|sd|c\\.s.)\t", "\tauipc|\\(zero\\)|\\(x0\\)",
     "\tseqz\t|\tsltiu\t|\tsnez\t"},
    {"x86_64", "%gs:", "%gs:", "%gs:", "%rip|\\(%", "\tset[a-z]+\t"},
};

class AccessTest : public testing::TestWithParam<Architecture> {
 protected:
  AccessTest()
      : functions(read_functions(std::string("tests/elf/accesses_") + cpu.name +
                                 ".txt")) {}

  /// Calls check(name, instructions) for each function that starts so.
  template <typename Check>
  void for_each(const std::string& prefix, unsigned number, Check check) {
    unsigned found = 0;
    for (const auto& [name, instructions] : functions) {
      if (name.compare(0, prefix.size(), prefix) != 0) continue;
      SCOPED_TRACE(name + ":\n" + text_of(instructions));
      check(instructions);
      ++found;
    }
    EXPECT_EQ(found, number) << prefix;
  }

  bool is_x86_64() const { return std::string(cpu.name) == "x86_64"; }

  const Architecture cpu = GetParam();
  const std::map<std::string, Instructions> functions;
};

TEST_P(AccessTest, GoesThroughTheRegister) {
  for_each("access_", 72, [this](const Instructions& instructions) {
    EXPECT_GE(count(instructions, cpu.base), 1u);
    EXPECT_EQ(count(instructions, cpu.forbidden), 0u);
  });
}

TEST_P(AccessTest, LoadsOrStoresOnce) {
  for_each("access_load_", 8, [this](const Instructions& instructions) {
    EXPECT_EQ(count(instructions, cpu.load), 1u);
  });
  for_each("access_store_", 8, [this](const Instructions& instructions) {
    EXPECT_EQ(count(instructions, cpu.store), 1u);
  });
}

TEST_P(AccessTest, ChangesWithOneStore) {
  for (const char* operation : {"add", "increment", "fetchadd", "or"}) {
    for_each(std::string("access_") + operation + "_", 8,
             [this](const Instructions& instructions) {
               // On x86_64 it is one instruction, which reads as well.
               EXPECT_EQ(count(instructions, cpu.store), 1u);
               EXPECT_EQ(count(instructions, cpu.load), 1u);
             });
  }
}

TEST_P(AccessTest, ComparesWithOneInstructionOrOneStore) {
  for_each("access_compareexchange_", 8,
           [this](const Instructions& instructions) {
             EXPECT_EQ(count(instructions, cpu.store), 1u);
             if (is_x86_64()) EXPECT_EQ(count(instructions, "cmpxchg"), 1u);
             EXPECT_EQ(count(instructions, "\tlock"), 0u);
           });
}

TEST_P(AccessTest, AddressZeroIsNotFolded) {
  for (const char* question : {"vma_is_zero_", "pointer_is_null_"}) {
    for_each(question, 8, [this](const Instructions& instructions) {
      EXPECT_GE(count(instructions, cpu.comparison), 1u);
    });
  }
}

INSTANTIATE_TEST_SUITE_P(Architectures, AccessTest,
                         testing::ValuesIn(kArchitectures),
                         [](const auto& info) {
                           return std::string(info.param.name);
                         });

}  // namespace
