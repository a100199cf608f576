// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where the linker puts the template, the areas and everything around them, in
// the images of image.bzl.

#include <stdint.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/elf/elf_file.h"

namespace percpu_tests {
namespace {

/// An image, as image.bzl names it.
struct Image {
  std::string script;
  std::string place;
  uint64_t alignment;
  uint64_t cpus;
  bool resets = false;

  std::string name(const std::string& cpu) const {
    return script + "_" + place + "_" +
           (resets ? "reset" : std::to_string(alignment)) + "_" +
           std::to_string(cpus) + "_" + cpu;
  }
};

void PrintTo(const Image& image, std::ostream* stream) {
  *stream << image.name("");
}

ElfFile open(const std::string& name) {
  return ElfFile::read("tests/elf/" + name + ".elf");
}

uint64_t round_up(uint64_t value, uint64_t multiple) {
  return (value + multiple - 1) / multiple * multiple;
}

/// What the registers of all CPUs take behind the areas, in whole cache lines.
uint64_t table_size(uint64_t cpus) { return round_up(8 * cpus, 64); }

const char* const kCpus[] = {"aarch64", "loongarch64", "riscv64", "x86_64"};

class LayoutTest
    : public testing::TestWithParam<std::tuple<Image, const char*>> {
 protected:
  const Image image = std::get<0>(GetParam());
  const ElfFile file = open(image.name(std::get<1>(GetParam())));
  const Section section = file.section(".percpu");
  const uint64_t stride = section.size;
  const uint64_t start = file.symbol("_percpu_start");
  const uint64_t end = file.symbol("_percpu_end");
  const uint64_t offset = file.symbol("KERNEL_OFFSET");
};

TEST_P(LayoutTest, TemplateStandsOnceAtAddressZero) {
  EXPECT_EQ(file.count(".percpu"), 1);
  EXPECT_EQ(section.address, 0u);
  EXPECT_TRUE(section.is_in_file());
  EXPECT_EQ(file.symbol("_percpu_load_start"), 0u);
}

TEST_P(LayoutTest, StrideIsTheTemplateRoundedUp) {
  const uint64_t used = file.symbol("_percpu_load_end");
  const uint64_t alignment = std::max<uint64_t>(64, image.alignment);
  EXPECT_GT(used, image.alignment);
  EXPECT_EQ(section.alignment, alignment);
  EXPECT_EQ(stride, round_up(used, alignment));
  EXPECT_EQ(file.symbol("_percpu_area_size"), stride);
  EXPECT_EQ(file.symbol("_percpu_area_align"), alignment);
}

TEST_P(LayoutTest, AreasAreCpuNumTimesTheStride) {
  EXPECT_EQ(file.symbol("CPU_NUM"), image.cpus);
  EXPECT_EQ(end - start, stride * image.cpus);
}

TEST_P(LayoutTest, VariablesAreAlignedOnEveryCpu) {
  for (uint64_t cpu = 0; cpu < image.cpus; ++cpu) {
    const uint64_t base = start + cpu * stride;
    EXPECT_EQ((base + file.symbol("aligned_percpu_plain")) % image.alignment,
              0u);
    EXPECT_EQ((base + file.symbol("hot_number_percpu_hot")) % 8, 0u);
    EXPECT_EQ((base + file.symbol("zero_number_percpu_plain")) % 8, 0u);
    EXPECT_EQ((base + file.symbol("plain_number_percpu_plain")) % 4, 0u);
  }
}

TEST_P(LayoutTest, HotVariablesStandFirst) {
  uint64_t hot_end = 0;
  uint64_t plain_start = stride;
  unsigned hot = 0;
  for (const auto& [name, symbol] : file.symbols()) {
    if (name.ends_with("_percpu_hot")) {
      hot_end = std::max(hot_end, symbol.value + symbol.size);
      ++hot;
    } else if (name.find("_percpu_plain") != std::string::npos) {
      plain_start = std::min(plain_start, symbol.value);
    }
  }
  EXPECT_GE(hot, 1u);
  EXPECT_LE(hot_end, file.symbol("_percpu_hot_end"));
  EXPECT_LE(file.symbol("_percpu_hot_end"), plain_start);
}

TEST_P(LayoutTest, FileHoldsTheInitialValues) {
  const auto value = [this](const char* symbol, unsigned size) {
    return file.number_at(section.offset + file.symbol(symbol), size);
  };
  EXPECT_EQ(value("hot_number_percpu_hot", 8), 0x1122'3344'5566'7788u);
  EXPECT_EQ(value("plain_number_percpu_plain", 4), 0xcafe'f00du);
  EXPECT_EQ(value("odd_bytes_percpu_plain", 3), 0x03'02'01u);
  EXPECT_EQ(value("aligned_percpu_plain", 4), 0x0000'a2a1u);
  EXPECT_EQ(value("zero_number_percpu_plain", 8), 0u);
}

TEST_P(LayoutTest, TemplateIsLoadedOnceWhereTheAreasStart) {
  for (const uint64_t byte : {uint64_t{0}, stride - 1}) {
    EXPECT_EQ(file.load_addresses_of_offset(section.offset + byte),
              std::vector<uint64_t>{start + byte - offset});
  }
}

TEST_P(LayoutTest, OtherAreasAreNotInTheFile) {
  const Section areas = file.section(".percpu.areas");
  const uint64_t saved = image.resets ? stride : 0;
  EXPECT_FALSE(areas.is_in_file());
  EXPECT_EQ(areas.address, start + stride);
  EXPECT_EQ(areas.size,
            stride * (image.cpus - 1) + saved + table_size(image.cpus));
  EXPECT_EQ(file.symbol("_percpu_saved_template_size"), saved);
  EXPECT_EQ(file.symbol("_percpu_saved_template"), end);
  EXPECT_EQ(file.symbol("_percpu_register_table"), end + saved);
}

TEST_P(LayoutTest, EverySectionIsLoadedAtItsDistance) {
  for (const Section& each : file.sections()) {
    if (each.size == 0 || each.name == ".percpu") continue;
    const auto loaded = file.load_address(each);
    ASSERT_TRUE(loaded.has_value()) << each.name << " is in no segment";
    EXPECT_EQ(each.address - *loaded, offset) << each.name;
  }
}

TEST_P(LayoutTest, SectionsDoNotOverlap) {
  // At its load address .percpu is CPU 0's area.
  struct Range {
    uint64_t start;
    uint64_t end;
    std::string name;
  };
  std::vector<Range> ranges;
  for (const Section& each : file.sections()) {
    const uint64_t at = each.name == ".percpu" ? start : each.address;
    if (each.size != 0) ranges.push_back({at, at + each.size, each.name});
  }
  std::sort(ranges.begin(), ranges.end(),
            [](const Range& a, const Range& b) { return a.start < b.start; });
  ASSERT_GE(ranges.size(), 4u);
  for (size_t i = 1; i < ranges.size(); ++i) {
    EXPECT_LE(ranges[i - 1].end, ranges[i].start)
        << ranges[i - 1].name << " and " << ranges[i].name;
  }
}

TEST_P(LayoutTest, SegmentsAreNotLoadedOverEachOther) {
  std::vector<Segment> segments = file.segments();
  std::sort(segments.begin(), segments.end(),
            [](const Segment& a, const Segment& b) {
              return a.load_address < b.load_address;
            });
  for (size_t i = 1; i < segments.size(); ++i) {
    EXPECT_LE(segments[i - 1].load_address + segments[i - 1].memory_size,
              segments[i].load_address);
  }
}

TEST_P(LayoutTest, SectionsAfterwardsFollowTheAreas) {
  const Section areas = file.section(".percpu.areas");
  uint64_t last = areas.end();
  if (image.script != "no_bss") {
    const Section bss = file.section(".bss");
    EXPECT_EQ(bss.address, round_up(last, bss.alignment));
    last = bss.end();
  }
  // These do not name it, or put it elsewhere.
  if (image.script.starts_with("orphan")) return;
  if (image.script == "phdrs_ram") return;
  const Section after = file.section(".after_bss");
  EXPECT_EQ(after.address, round_up(last, after.alignment));
  EXPECT_EQ(file.symbol("_end"), after.end());
}

TEST_P(LayoutTest, NothingIsThreadLocal) {
  EXPECT_FALSE(file.has_thread_local_storage());
}

std::string name_of(const testing::TestParamInfo<LayoutTest::ParamType>& info) {
  return std::get<0>(info.param).name(std::get<1>(info.param));
}

INSTANTIATE_TEST_SUITE_P(
    Images, LayoutTest,
    testing::Combine(
        testing::Values(
            Image{"sections", "low", 16, 4}, Image{"sections", "low", 128, 1},
            Image{"sections", "low", 128, 64},
            Image{"sections", "low", 4096, 4},
            Image{"sections", "high", 4096, 4},
            Image{"sections", "high", 128, 64},
            Image{"sections", "high", 128, 4, true},
            Image{"sections", "moved", 128, 3}, Image{"phdrs", "low", 128, 1},
            Image{"phdrs", "low", 128, 64}, Image{"phdrs", "high", 4096, 4},
            Image{"phdrs", "moved", 128, 3}, Image{"phdrs_ram", "low", 128, 1},
            Image{"phdrs_ram", "low", 128, 64},
            Image{"phdrs_ram", "high", 128, 4}, Image{"no_bss", "high", 128, 4},
            Image{"orphans", "low", 128, 4},
            Image{"orphan_data", "low", 128, 1},
            Image{"orphan_data", "low", 128, 64},
            Image{"orphan_data", "high", 128, 4},
            Image{"include", "high", 128, 5}),
        testing::ValuesIn(kCpus)),
    name_of);

/// Two images that differ in one thing.
class ComparisonTest : public testing::TestWithParam<const char*> {
 protected:
  void expect_same_address(const ElfFile& a, const ElfFile& b,
                           const std::string& section) {
    EXPECT_EQ(a.section(section).address, b.section(section).address);
    EXPECT_EQ(a.load_address(a.section(section)),
              b.load_address(b.section(section)));
  }

  const std::string cpu = GetParam();
};

TEST_P(ComparisonTest, MoreCpusOnlyMoveWhatFollows) {
  for (const char* kind : {"sections_low_128", "phdrs_low_128"}) {
    const ElfFile one = open(kind + ("_1_" + cpu));
    const ElfFile many = open(kind + ("_64_" + cpu));
    const uint64_t areas =
        63 * one.section(".percpu").size + table_size(64) - table_size(1);
    for (const char* before : {".text", ".rodata", ".data"}) {
      expect_same_address(one, many, before);
    }
    EXPECT_EQ(many.symbol("_percpu_start"), one.symbol("_percpu_start"));
    for (const char* after : {".bss", ".after_bss"}) {
      const Section from = one.section(after);
      const Section to = many.section(after);
      EXPECT_EQ(to.address - from.address, areas) << after;
      EXPECT_EQ(*many.load_address(to) - *one.load_address(from), areas);
    }
    EXPECT_EQ(many.symbol("_end") - one.symbol("_end"), areas);
  }
}

TEST_P(ComparisonTest, MoreCpusDoNotGrowTheFile) {
  // Unless a section after .bss makes it carry .bss too.
  for (const char* kind : {"orphan_data_low_128", "phdrs_ram_low_128"}) {
    const ElfFile one = open(kind + ("_1_" + cpu));
    const ElfFile many = open(kind + ("_64_" + cpu));
    const uint64_t areas = 63 * one.section(".percpu").size;
    ASSERT_GT(areas, 4 * 4096u);
    // What follows is aligned to a page in the file as in memory.
    EXPECT_LT(many.size(), one.size() + 4096) << kind;
  }
}

TEST_P(ComparisonTest, WhatStandsBeforeStaysAsWithoutTheLibrary) {
  for (const char* script : {"sections", "phdrs"}) {
    const ElfFile without = open(script + ("_high_plain_4_" + cpu));
    const ElfFile with = open(script + ("_high_4096_4_" + cpu));
    EXPECT_EQ(without.count(".percpu"), 0);
    EXPECT_FALSE(without.has_symbol("_percpu_start"));
    for (const char* before : {".text", ".rodata", ".data"}) {
      expect_same_address(without, with, before);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Architectures, ComparisonTest,
                         testing::ValuesIn(kCpus), [](const auto& info) {
                           return std::string(info.param);
                         });

}  // namespace
}  // namespace percpu_tests
