// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/html.h"

#include "gtest/gtest.h"
#include "tests/map/sample.h"

namespace percpu_map {
namespace {

Layout layout() {
  Layout result = sample({variable("ns::a<b>", 0, 8, 8, Placement::kHot),
                          variable("c", 64, 8, 64, Placement::kCacheline)},
                         128);
  result.variables[0].type = "const char*&";
  return result;
}

bool has(const std::string& page, const std::string& text) {
  return page.find(text) != std::string::npos;
}

TEST(HtmlTest, NeedsNothingElse) {
  const std::string page = as_html(layout(), "kernel.elf");
  for (const char* link :
       {"http:", "https:", "src=", "<link", "@import", "url(", "<script"}) {
    EXPECT_FALSE(has(page, link)) << link;
  }
}

TEST(HtmlTest, BoxesTellWhatTheyAre) {
  const std::string page = as_html(layout(), "kernel.elf");
  EXPECT_TRUE(has(page,
                  "<title>ns::a&lt;b&gt;: const char*&amp;, hot, 8 bytes at "
                  "0x0, aligned to 8, a.cc</title></a>"));
  EXPECT_TRUE(has(page, "<title>padding: 56 bytes at 0x48</title>"));
  // 13 pixels a byte, behind the labels.
  EXPECT_TRUE(has(page,
                  "<rect x=\"84\" y=\"27\" width=\"104\" height=\"22\" "
                  "rx=\"2\" class=\"cacheline\"/>"));
}

TEST(HtmlTest, EveryBoxLeadsToARow) {
  const std::string page = as_html(layout(), "kernel.elf");
  for (const std::string index : {"0", "1"}) {
    EXPECT_TRUE(has(page, "<a href=\"#v" + index + "\">"));
    EXPECT_TRUE(has(page, "<tr id=\"v" + index + "\">"));
  }
}

TEST(HtmlTest, LegendHasThePlacementsThatAreUsed) {
  const std::string page = as_html(layout(), "kernel.elf");
  EXPECT_TRUE(has(page, "<span class=\"key hot\">"));
  EXPECT_TRUE(has(page, "<span class=\"key cacheline\">"));
  EXPECT_FALSE(has(page, "<span class=\"key page\">"));
}

TEST(HtmlTest, TheImagesNameIsText) {
  const std::string page = as_html(layout(), "<b>.elf");
  EXPECT_TRUE(has(page, "<h1>Per-CPU area of &lt;b&gt;.elf</h1>"));
}

}  // namespace
}  // namespace percpu_map
