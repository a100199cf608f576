// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Each linker script of docs/linker-scripts.md gives what the page says.

#include <set>
#include <string>
#include <tuple>

#include "gtest/gtest.h"
#include "tests/docs/markdown.h"
#include "tests/elf/elf_file.h"

namespace percpu_tests {
namespace {

constexpr uint64_t kCpus = 4;
const char* const kCpuNames[] = {"aarch64", "loongarch64", "riscv64", "x86_64"};

class LinkedTest
    : public testing::TestWithParam<std::tuple<const char*, const char*>> {
 protected:
  const std::string script = std::get<0>(GetParam());
  const ElfFile file = ElfFile::read("tests/docs/" + script + "_" +
                                     std::get<1>(GetParam()) + ".elf");
};

TEST_P(LinkedTest, AreasStandBetweenDataAndBss) {
  const Section section = file.section(".percpu");
  const uint64_t start = file.symbol("_percpu_start");
  EXPECT_EQ(section.address, 0u);
  EXPECT_EQ(file.symbol("_percpu_area_size"), section.size);
  EXPECT_EQ(section.size % file.symbol("_percpu_area_align"), 0u);
  EXPECT_EQ(file.symbol("_percpu_end") - start, section.size * kCpus);
  EXPECT_EQ(start % file.symbol("_percpu_area_align"), 0u);
  EXPECT_GE(start, file.section(".data").end());
  EXPECT_LE(file.symbol("_percpu_end"), file.section(".bss").address);
  EXPECT_EQ(start, file.section(".percpu.anchor").address);
}

TEST_P(LinkedTest, TemplateIsLoadedWhereTheFirstAreaIs) {
  const Section section = file.section(".percpu");
  const Section data = file.section(".data");
  const uint64_t distance = data.address - *file.load_address(data);
  EXPECT_TRUE(section.is_in_file());
  EXPECT_EQ(file.load_addresses_of_offset(section.offset),
            std::vector<uint64_t>({file.symbol("_percpu_start") - distance}));
  EXPECT_EQ(
      file.number_at(section.offset + file.symbol("hot_number_percpu_hot"),
                     sizeof(uint64_t)),
      0x1122'3344'5566'7788u);
  EXPECT_FALSE(file.section(".percpu.areas").is_in_file());
}

TEST_P(LinkedTest, PageHasTheSymbols) {
  std::set<std::string> page;
  for (const std::string& span : code_spans_of("docs/linker-scripts.md")) {
    if (span.compare(0, 8, "_percpu_") == 0 && span.find('.') == span.npos) {
      page.insert(span);
      EXPECT_TRUE(file.has_symbol(span)) << span;
    }
  }
  for (const auto& [name, symbol] : file.symbols()) {
    if (name.compare(0, 8, "_percpu_") != 0) continue;
    EXPECT_EQ(page.count(name), 1u) << "the page does not have " << name;
  }
}

INSTANTIATE_TEST_SUITE_P(Page, LinkedTest,
                         testing::Combine(testing::Values("plain", "before_bss",
                                                          "phdrs", "include",
                                                          "memory"),
                                          testing::ValuesIn(kCpuNames)),
                         [](const auto& param_info) {
                           return std::string(std::get<0>(param_info.param)) +
                                  "_" + std::get<1>(param_info.param);
                         });

TEST(MemoryTest, LoadAddressesAreOfTheRegion) {
  for (const std::string cpu : kCpuNames) {
    const ElfFile file = ElfFile::read("tests/docs/memory_" + cpu + ".elf");
    EXPECT_EQ(*file.load_address(file.section(".text")), 0x4000000u) << cpu;
  }
}

}  // namespace
}  // namespace percpu_tests
