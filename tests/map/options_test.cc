// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/options.h"

#include "gtest/gtest.h"

namespace percpu_map {
namespace {

using Words = std::vector<std::string>;

TEST(OptionsTest, AnImageAloneIsATable) {
  const Options options = parse_options({"a.elf"});
  EXPECT_EQ(options.error, "");
  EXPECT_EQ(options.mode, Mode::kTable);
  EXPECT_EQ(options.images, Words{"a.elf"});
}

TEST(OptionsTest, FlagsChooseTheMode) {
  EXPECT_EQ(parse_options({"--json", "a"}).mode, Mode::kJson);
  EXPECT_EQ(parse_options({"a", "--json"}).mode, Mode::kJson);
  EXPECT_EQ(parse_options({"--html", "a"}).mode, Mode::kHtml);
  EXPECT_EQ(parse_options({"--check", "a"}).mode, Mode::kCheck);
  EXPECT_EQ(parse_options({"--diff", "a", "b"}).images, (Words{"a", "b"}));
  EXPECT_EQ(parse_options({"--json", "--help"}).mode, Mode::kHelp);
  const Options page = parse_options({"--html=b=c.html", "a"});
  EXPECT_EQ(page.mode, Mode::kHtml);
  EXPECT_EQ(page.html_file, "b=c.html");
}

TEST(OptionsTest, LimitsAreNumbers) {
  const Options options =
      parse_options({"--check", "--max-area-size=0x1000", "--max-hot=12",
                     "--max-false-sharing=3", "--line=128", "a"});
  EXPECT_EQ(options.error, "");
  EXPECT_EQ(options.limits.max_area_size, 4096u);
  EXPECT_EQ(options.limits.max_hot, 12u);
  EXPECT_EQ(options.limits.max_false_sharing, 3u);
  EXPECT_EQ(options.limits.line_size, 128u);
}

TEST(OptionsTest, OthersAreRefused) {
  const std::pair<Words, const char*> cases[] = {
      {{}, "give one image"},
      {{"a", "b"}, "give one image"},
      {{"--diff", "a"}, "--diff wants two images"},
      {{"--jsno", "a"}, "\"--jsno\" is no flag"},
      {{"--nothing=1", "a"}, "\"--nothing\" is no flag"},
      {{"--json", "--html", "a"}, "give one of"},
      {{"--html=", "a"}, "--html= wants a file"},
      {{"--max-hot=1", "a"}, "limits go with --check"},
      {{"--check", "--max-hot", "a"}, "\"--max-hot\" is no flag, or wants"},
      {{"--check", "--max-hot=", "a"}, "--max-hot wants a number"},
      {{"--check", "--max-hot=-1", "a"}, "--max-hot wants a number"},
      {{"--check", "--max-area-size=4K", "a"}, "wants a number, not \"4K\""},
      {{"--check", "--line=96", "a"}, "--line wants a power of two"},
      {{"--check", "--line=32", "a"}, "--line wants a power of two"},
      {{"--check", "--line=8192", "a"}, "--line wants a power of two"},
  };
  for (const auto& [arguments, error] : cases) {
    const std::string is = parse_options(arguments).error;
    EXPECT_NE(is.find(error), std::string::npos) << is;
  }
}

}  // namespace
}  // namespace percpu_map
