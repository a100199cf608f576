// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/listing.h"

#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

constexpr CodeSize kNothing = {.instructions = 0, .bytes = 0, .returns = 1};

TEST(ListingTest, X86PaddingIsNotCode) {
  const Listing listing = parse_listing(
      "\n"
      "image.elf:\tfile format elf64-x86-64\n"
      "\n"
      "Disassembly of section .text:\n"
      "\n"
      "ffffffff80100710 <op_read_hot_8>:\n"
      "ffffffff80100710: 65 48 8b 04 25 10 00 00 00   \tmovq\t%gs:0x10, %rax\n"
      "ffffffff80100719: c3                           \tretq\n"
      "ffffffff8010071a: cc                           \tint3\n"
      "ffffffff8010071b: cc                           \tint3\n"
      "\n"
      "ffffffff80100720 <op_empty>:\n"
      "ffffffff80100720: c3                           \tretq\n"
      "ffffffff80100721: 66 66 2e 0f 1f 84 00 00 00 00 00\tnopw\t"
      "%cs:(%rax,%rax)\n");
  EXPECT_EQ(listing.size(), 2u);
  EXPECT_EQ(listing.at("op_read_hot_8"),
            (CodeSize{.instructions = 1, .bytes = 9, .returns = 1}));
  EXPECT_EQ(listing.at("op_empty"), kNothing);
}

TEST(ListingTest, X86PaddingInsideIsExecuted) {
  const Listing listing = parse_listing(
      "ffffffff80100820 <op_exchange_hot_8>:\n"
      "ffffffff80100820: 65 48 8b 04 25 10 00 00 00\tmovq\t%gs:0x10, %rax\n"
      "ffffffff80100829: 0f 1f 80 00 00 00 00 \tnopl\t(%rax)\n"
      "ffffffff80100830: 75 f7                \tjne\t0xffffffff80100829 "
      "<op_exchange_hot_8+0x9>\n"
      "ffffffff80100832: c3                   \tretq\n"
      "ffffffff80100833: cc                   \tint3\n");
  EXPECT_EQ(listing.at("op_exchange_hot_8"),
            (CodeSize{.instructions = 3, .bytes = 18, .returns = 1}));
}

TEST(ListingTest, Aarch64WordsAreFourBytes) {
  const Listing listing = parse_listing(
      "00000000400806f4 <op_read_hot_8>:\n"
      "400806f4: d538d088     \tmrs\tx8, TPIDR_EL1\n"
      "400806f8: f9400900     \tldr\tx0, [x8, #0x10]\n"
      "400806fc: d65f03c0     \tret\n");
  EXPECT_EQ(listing.at("op_read_hot_8"),
            (CodeSize{.instructions = 2, .bytes = 8, .returns = 1}));
}

TEST(ListingTest, RiscvInstructionsAreFourOrTwoBytes) {
  const Listing listing = parse_listing(
      "0000000080200488 <op_read_hot_4>:\n"
      "80200488: 0081a503     \tlw\ta0, 0x8(gp)\n"
      "8020048c: 2501         \tsext.w\ta0, a0\n"
      "8020048e: 8082         \tret\n"
      "80200490: 0000         \tunimp\n");
  EXPECT_EQ(listing.at("op_read_hot_4"),
            (CodeSize{.instructions = 2, .bytes = 6, .returns = 1}));
}

TEST(ListingTest, LoongarchPaddingIsNotCode) {
  const Listing listing = parse_listing(
      "9000000000200a60 <op_read_hot_8>:\n"
      "9000000000200a60: a4 42 c0 28  \tld.d\t$a0, $r21, 16\n"
      "9000000000200a64: 20 00 00 4c  \tret\n"
      "9000000000200a68: 00 00 2a 00  \tbreak\t0\n");
  EXPECT_EQ(listing.at("op_read_hot_8"),
            (CodeSize{.instructions = 1, .bytes = 4, .returns = 1}));
}

TEST(ListingTest, CodeAfterAReturnCounts) {
  const Listing listing = parse_listing(
      "0000000000001000 <f>:\n"
      "    1000: 35000040     \tcbnz\tw0, 0x1008 <f+0x8>\n"
      "    1004: d65f03c0     \tret\n"
      "    1008: d503201f     \tnop\n"
      "    100c: d65f03c0     \tret\n");
  EXPECT_EQ(listing.at("f"),
            (CodeSize{.instructions = 2, .bytes = 8, .returns = 2}));
}

TEST(ListingTest, NothingInNothing) {
  EXPECT_TRUE(parse_listing("").empty());
  EXPECT_TRUE(parse_listing("image.elf:\tfile format elf64\n:\n\t\n").empty());
}

}  // namespace
}  // namespace percpu_benchmarks
