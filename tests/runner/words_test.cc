// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/words.h"

#include <gtest/gtest.h>

#include <optional>
#include <string_view>

namespace qemu_runner {
namespace {

TEST(WordsTest, TakesWords) {
  std::string_view rest = "end A.B ok";
  EXPECT_EQ(take_word(rest), "end");
  EXPECT_EQ(take_word(rest), "A.B");
  EXPECT_EQ(take_word(rest), "ok");
  EXPECT_EQ(take_word(rest), "");
}

TEST(WordsTest, NumbersAreWholeNumbers) {
  EXPECT_EQ(parse_number("0"), 0u);
  EXPECT_EQ(parse_number("42"), 42u);
  for (const char* text :
       {"", "-1", "+1", " 1", "1 ", "1x", "0x1", "99999999999999999999999"}) {
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
  }
}

TEST(WordsTest, CaseNames) {
  EXPECT_TRUE(is_case_name("Suite.Name"));
  EXPECT_TRUE(is_case_name("Suite/0.Name_1"));
  for (const char* text : {"", ".", "Suite", "Suite.", ".Name", "A.B.C",
                           "A B.C", "A.B ", "A.B\r", "A-B.C", "A*.B"}) {
    EXPECT_FALSE(is_case_name(text)) << text;
  }
}

TEST(WordsTest, Unescapes) {
  EXPECT_EQ(unescape(R"(a\nb\rc\\nd\x1b)"), "a\nb\rc\\nd\x1b");
  EXPECT_EQ(unescape(R"(\q \x1 \xzz \)"), R"(\q \x1 \xzz \)");
}

TEST(WordsTest, FailuresWithAndWithoutPlace) {
  const Failure full = parse_failure("a/b.cc:7: x: 1: y");
  EXPECT_EQ(full.file, "a/b.cc");
  EXPECT_EQ(full.line, 7);
  EXPECT_EQ(full.message, "x: 1: y");
  for (const char* text : {"", ": ", "no place", "a.cc: 7", "a.cc:x: 7"}) {
    const Failure failure = parse_failure(text);
    EXPECT_EQ(failure.file, "") << text;
    EXPECT_EQ(failure.message, text);
  }
}

TEST(WordsTest, PrintsOddBytes) {
  EXPECT_EQ(printable("a\x1b\xff~"), "a\\x1b\\xff~");
}

}  // namespace
}  // namespace qemu_runner
