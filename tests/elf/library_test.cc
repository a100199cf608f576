// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the library costs a kernel, and what it needs from it.

#include <set>
#include <string>

#include "gtest/gtest.h"
#include "tests/elf/elf_file.h"

namespace percpu_tests {
namespace {

class LibraryTest : public testing::TestWithParam<const char*> {
 protected:
  const ElfFile file =
      ElfFile::read(std::string("tests/elf/library_") + GetParam() + ".o");
};

TEST_P(LibraryTest, CodeIsSmall) {
  uint64_t code = 0;
  for (const Section& section : file.sections()) {
    if (section.is_code()) code += section.size;
  }
  EXPECT_GT(code, 100u);
  EXPECT_LE(code, 2048u) << "bytes of code";
}

TEST_P(LibraryTest, NeedsTheLinkerScriptAlone) {
  const std::set<std::string> given = {
      "_percpu_area_align",
      "_percpu_area_size",
      "_percpu_end",
      "_percpu_register_table",
      "_percpu_saved_template",
      "_percpu_saved_template_size",
      "_percpu_start",
  };
  std::set<std::string> needed;
  for (const auto& [name, symbol] : file.symbols()) {
    if (!symbol.is_defined && !name.empty()) needed.insert(name);
  }
  EXPECT_EQ(needed, given);
}

TEST_P(LibraryTest, WritesNothingButItsState) {
  uint64_t writable = 0;
  for (const Section& section : file.sections()) {
    const bool is_template = section.name.starts_with(".percpu");
    if (section.is_writable() && !is_template) writable += section.size;
  }
  EXPECT_LE(writable, 64u) << "bytes of data";
}

INSTANTIATE_TEST_SUITE_P(Architectures, LibraryTest,
                         testing::Values("aarch64", "loongarch64", "riscv64",
                                         "x86_64"),
                         [](const auto& info) {
                           return std::string(info.param);
                         });

}  // namespace
}  // namespace percpu_tests
