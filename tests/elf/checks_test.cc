// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A release build carries nothing of what a debug build checks: no function, no
// variable, no text. The images of checks.cc, with debug_checks and without.

#include <algorithm>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/elf/elf_file.h"

namespace percpu_tests {
namespace {

/// Parts of the names of percpu/internal/debug.h's functions and variables.
const char* const kNames[] = {
    "check_register", "check_pinned", "check_pin",
    "Holding",        "innermost",    "check_not_preemptible",
};

/// What its messages are about, and what they say.
const char* const kTexts[] = {
    "checked_value",
    "PreemptGuard",
    "InterruptGuard",
    "AssumedPin",
    "is used before",
    "is another CPU's",
    "needs a pin",
    "while it is pinned",
    "guards end in",
    "a guard ends on another",
    "inside of with_current",
};

class ChecksTest : public testing::TestWithParam<const char*> {
 protected:
  ElfFile file(const std::string& build) const {
    return ElfFile::read("tests/elf/checks_" + build + "_" + GetParam() +
                         ".elf");
  }

  static bool has_symbol_like(const ElfFile& file, const std::string& part) {
    return std::any_of(file.symbols().begin(), file.symbols().end(),
                       [&](const auto& symbol) {
                         return symbol.first.find(part) != std::string::npos;
                       });
  }

  /// Whether what is in memory while the program runs has it.
  static bool has_text(const ElfFile& file, const std::string& text) {
    return std::any_of(file.sections().begin(), file.sections().end(),
                       [&](const Section& section) {
                         return file.content(section).find(text) !=
                                std::string::npos;
                       });
  }
};

TEST_P(ChecksTest, DebugBuildHasThem) {
  const ElfFile debug = file("debug");
  for (const char* name : kNames) {
    EXPECT_TRUE(has_symbol_like(debug, name)) << name;
  }
  for (const char* text : kTexts) EXPECT_TRUE(has_text(debug, text)) << text;
}

TEST_P(ChecksTest, ReleaseBuildHasNoTrace) {
  const ElfFile release = file("release");
  for (const char* name : kNames) {
    EXPECT_FALSE(has_symbol_like(release, name)) << name;
  }
  for (const char* text : kTexts) EXPECT_FALSE(has_text(release, text)) << text;
}

INSTANTIATE_TEST_SUITE_P(Architectures, ChecksTest,
                         testing::Values("aarch64", "loongarch64", "riscv64",
                                         "x86_64"),
                         [](const auto& info) {
                           return std::string(info.param);
                         });

}  // namespace
}  // namespace percpu_tests
