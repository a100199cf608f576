// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the reader makes of the images of example.cc and by_hand.cc, held
// against what the compiler and another reader say of them.

#include "tools/map/image_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "gtest/gtest.h"
#include "tests/elf/elf_file.h"
#include "tools/map/padding.h"
#include "tools/map/sharing.h"

namespace percpu_map {
namespace {

using percpu_tests::ElfFile;

std::string bytes_of(const std::string& image) {
  std::ifstream file("tests/map/" + image, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << image;
  return {std::istreambuf_iterator<char>(file), {}};
}

Layout layout_of(const std::string& image) {
  std::string bytes = bytes_of(image);
  const ImageResult result = read_image(bytes);
  EXPECT_EQ(result.error, "") << image;
  return result.layout;
}

Variable find(const Layout& layout, const std::string& name) {
  for (const Variable& variable : layout.variables) {
    if (variable.name == name) return variable;
  }
  ADD_FAILURE() << "no variable " << name;
  return {};
}

/// In the order of `facts` in example.cc.
constexpr struct {
  const char* name;
  const char* type;
  Placement placement;
} kExample[] = {
    {"sched::(anonymous namespace)::current", "Thread*", Placement::kHot},
    {"sched::(anonymous namespace)::run_queue", "sched::RunQueue",
     Placement::kPlain},
    {"sched::Scheduler::switches", "unsigned int", Placement::kPlain},
    {"state", "State", Placement::kPlain},
    {"inbox", "Inbox", Placement::kCacheline},
    {"handlers", "void (*[4])(int, const char*)", Placement::kReadMostly},
    {"apic_id", "unsigned int", Placement::kReadMostly},
    {"stack", "unsigned char[8192]", Placement::kPage},
};

class ImageReaderTest : public testing::TestWithParam<const char*> {
 protected:
  std::string image(const std::string& kind) const {
    return kind + "_" + GetParam() + ".elf";
  }

  /// The constant `distance` bytes behind a symbol.
  uint64_t number_at_symbol(const char* symbol, uint64_t distance) const {
    const auto rodata = file.section(".rodata");
    return file.number_at(
        rodata.offset + file.symbol(symbol) - rodata.address + distance, 8);
  }

  const Layout example = layout_of(image("example"));
  const ElfFile file = ElfFile::read("tests/map/" + image("example"));
};

TEST_P(ImageReaderTest, AreasAreThoseOfTheImage) {
  EXPECT_EQ(example.arch, GetParam());
  EXPECT_EQ(example.cpu_num, 4u);
  EXPECT_EQ(example.stride, file.section(".percpu").size);
  EXPECT_EQ(example.area_align, 4096u);
  EXPECT_EQ(example.used, file.symbol("_percpu_load_end"));
  EXPECT_EQ(example.total, file.section(".percpu.areas").end() -
                               file.section(".percpu.anchor").address);
}

TEST_P(ImageReaderTest, HotBudgetIsTheLinkers) {
  const bool is_x86_64 = example.arch == "x86_64";
  // Where no access is shorter, the hot part is limited as an area is.
  const uint64_t limit =
      std::min<uint64_t>(number_at_symbol("hot_limit", 0), 0x7fff'f000);
  EXPECT_EQ(limit, is_x86_64 ? 0x7fff'f000u : 4096u);
  EXPECT_EQ(example.hot_limit, limit);
  // The pointer and the library's own: the CPU's number, and %gs' base.
  EXPECT_EQ(example.hot_used, is_x86_64 ? 20u : 12u);
}

TEST_P(ImageReaderTest, VariablesAreAsTheCompilerSays) {
  uint64_t fact = 0;
  for (const auto& [name, type, placement] : kExample) {
    const Variable variable = find(example, name);
    EXPECT_EQ(variable.offset, number_at_symbol("facts", fact)) << name;
    EXPECT_EQ(variable.size, number_at_symbol("facts", fact + 8)) << name;
    EXPECT_EQ(variable.align, number_at_symbol("facts", fact + 16)) << name;
    EXPECT_EQ(name_of(variable.align_source), "declared") << name;
    EXPECT_EQ(variable.type, type) << name;
    EXPECT_EQ(variable.file, "tests/map/example.cc") << name;
    EXPECT_EQ(name_of(variable.placement), name_of(placement)) << name;
    fact += 24;
  }
}

TEST_P(ImageReaderTest, NothingElseIsThereButTheLibrarysOwn) {
  const size_t own = example.arch == "x86_64" ? 2 : 1;
  EXPECT_EQ(example.variables.size(), std::size(kExample) + own);
  const Variable id = find(example, "percpu_area_cpu");
  EXPECT_EQ(name_of(id.placement), "hot");
  EXPECT_EQ(id.file, "percpu/init.cc");
}

TEST_P(ImageReaderTest, MacrosLeaveNothingToReorderOrToSeparate) {
  EXPECT_EQ(bytes_saved_by_reordering(example), 0u);
  EXPECT_TRUE(false_sharing(example, kLineSize).empty());
}

TEST_P(ImageReaderTest, WithoutDebugInformationTheRestIsTheSame) {
  const Layout stripped = layout_of(image("no_debug"));
  ASSERT_EQ(stripped.variables.size(), example.variables.size());
  EXPECT_EQ(stripped.stride, example.stride);
  for (size_t i = 0; i < example.variables.size(); ++i) {
    const Variable& is = stripped.variables[i];
    const Variable& was = example.variables[i];
    EXPECT_EQ(is.name, was.name);
    EXPECT_EQ(is.offset, was.offset) << is.name;
    EXPECT_EQ(is.size, was.size) << is.name;
    EXPECT_EQ(name_of(is.placement), name_of(was.placement)) << is.name;
    EXPECT_EQ(is.type, "") << is.name;
    EXPECT_EQ(is.file, "") << is.name;
    EXPECT_EQ(name_of(is.align_source), "guess") << is.name;
    EXPECT_EQ(is.align % was.align, 0u) << is.name;
    EXPECT_EQ(is.offset % is.align, 0u) << is.name;
  }
}

TEST_P(ImageReaderTest, TypesAreWrittenAsInTheSource) {
  const Layout by_hand = layout_of(image("by_hand"));
  EXPECT_EQ(find(by_hand, "outer::(anonymous namespace)::grid").type,
            "Word*volatile const[2]");
  EXPECT_EQ(find(by_hand, "outer::v1::node").type, "Node");
  EXPECT_EQ(find(by_hand, "outer::object").type, "outer::Class");
  EXPECT_EQ(find(by_hand, "field").type, "uint8_t Lock::*");
  EXPECT_EQ(find(by_hand, "visit").type,
            "int (*)(Node&, const volatile char*)");
  EXPECT_EQ(find(by_hand, "matrix").type, "const Word[2][3]");
}

TEST_P(ImageReaderTest, AlignmentsFollowFromTypes) {
  const Layout by_hand = layout_of(image("by_hand"));
  for (const auto& [name, align] :
       {std::pair("count", 2u), std::pair("outer::v1::node", 8u),
        std::pair("outer::Class::member", 1u), std::pair("inbox", 4u),
        std::pair("matrix", 8u)}) {
    const Variable variable = find(by_hand, name);
    EXPECT_EQ(variable.align, align) << name;
    EXPECT_EQ(name_of(variable.align_source), "type") << name;
  }
}

TEST_P(ImageReaderTest, WhatNoMacroPlacedIsFoundToo) {
  const Layout by_hand = layout_of(image("by_hand"));
  EXPECT_EQ(name_of(find(by_hand, "small").placement), "other");
  EXPECT_EQ(bytes_saved_by_reordering(by_hand), 64u);
  const auto pairs = false_sharing(by_hand, kLineSize);
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(by_hand.variables[pairs[0].first].name, "inbox");
  EXPECT_EQ(by_hand.variables[pairs[0].second].name, "outbox");
}

TEST_P(ImageReaderTest, WithoutSymbolsItSaysWhatIsMissing) {
  std::string bytes = bytes_of(image("no_symbols"));
  EXPECT_NE(read_image(bytes).error.find("has no symbol table"),
            std::string::npos);
}

TEST_P(ImageReaderTest, WithoutAreasItSaysWhatIsMissing) {
  std::string bytes = bytes_of(image("no_areas"));
  EXPECT_NE(read_image(bytes).error.find("has no .percpu section"),
            std::string::npos);
}

TEST_P(ImageReaderTest, CutOffAnywhereItFails) {
  const std::string whole = bytes_of(image("example"));
  for (size_t size = 0; size < whole.size(); size += 997) {
    std::string bytes = whole.substr(0, size);
    EXPECT_NE(read_image(bytes).error, "") << size;
  }
}

INSTANTIATE_TEST_SUITE_P(Architectures, ImageReaderTest,
                         testing::Values("aarch64", "loongarch64", "riscv64",
                                         "x86_64"),
                         [](const auto& info) {
                           return std::string(info.param);
                         });

std::string error_of(std::string bytes) { return read_image(bytes).error; }

TEST(ImageReaderErrorTest, OtherFilesAreRefused) {
  EXPECT_EQ(error_of(""), "is no ELF file of 64 bits, little-endian");
  EXPECT_EQ(error_of("#!/bin/sh\n"),
            "is no ELF file of 64 bits, little-endian");
  const std::string image = bytes_of("example_x86_64.elf");
  std::string other_class = image;
  other_class[4] = 1;  // EI_CLASS: 32 bits.
  EXPECT_EQ(error_of(other_class), "is no ELF file of 64 bits, little-endian");
  std::string machine = image;
  machine[18] = 21;  // e_machine: PowerPC.
  EXPECT_NE(error_of(machine).find("is for machine 21 of ELF"),
            std::string::npos);
  std::string object = image;
  object[16] = 1;  // e_type: ET_REL.
  EXPECT_NE(error_of(object).find("is not linked"), std::string::npos);
}

}  // namespace
}  // namespace percpu_map
