// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// docs/settings.md has each setting, with its default and an example.

#include <map>
#include <regex>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "tests/docs/markdown.h"

namespace percpu_tests {
namespace {

constexpr char kPage[] = "docs/settings.md";

struct Setting {
  std::string kind;  ///< bool, int or string.
  std::string default_value;
};

/// What percpu/config/BUILD declares, by name.
std::map<std::string, Setting> settings() {
  static const std::regex kDeclaration(
      "\\n(\\w+)_setting\\(\\s*name = \"(\\w+)\",\\s*"
      "build_setting_default = \"?([^\",]*)\"?,");
  const std::string build = read_document("percpu/config/BUILD");
  std::map<std::string, Setting> settings;
  for (auto match =
           std::sregex_iterator(build.begin(), build.end(), kDeclaration);
       match != std::sregex_iterator(); ++match) {
    std::string value = (*match)[3];
    if (value == "False") value = "false";
    if (value == "True") value = "true";
    settings[(*match)[2]] = {(*match)[1], value};
  }
  return settings;
}

/// The page's table: by name, the default.
std::map<std::string, std::string> table() {
  static const std::regex kName("\\[`(\\w+)`\\]\\(#(\\w+)\\)");
  std::map<std::string, std::string> table;
  for (const std::string& line : lines_of(read_document(kPage))) {
    const auto cells = cells_of(line);
    std::smatch match;
    if (cells.size() < 3 || !std::regex_match(cells[0], match, kName)) continue;
    EXPECT_EQ(match[1], match[2]) << "the link leads elsewhere";
    table[match[1]] = cells[1];
  }
  return table;
}

bool is_value_of(const std::string& kind, const std::string& value) {
  if (kind == "bool") return value == "true" || value == "false";
  if (kind == "int") return std::regex_match(value, std::regex("[0-9]+"));
  return !value.empty();
}

TEST(Settings, TableHasEachWithItsDefault) {
  auto page = table();
  EXPECT_EQ(page["guard"], "none");
  const std::string build = read_document("percpu/BUILD");
  EXPECT_NE(build.find("name = \"guard\",\n"
                       "    build_setting_default = \":no_guard\","),
            std::string::npos);
  page.erase("guard");
  std::map<std::string, std::string> defaults;
  for (const auto& [name, setting] : settings()) {
    defaults[name] = setting.default_value;
  }
  EXPECT_EQ(page, defaults);
}

TEST(Settings, EachHasASectionWithAnExampleAndWhatRefusesIt) {
  const std::string page = read_document(kPage);
  for (const auto& [name, unused] : table()) {
    const size_t start = page.find("\n## " + name + "\n");
    ASSERT_NE(start, std::string::npos) << name << " has no section";
    const std::string section =
        page.substr(start, page.find("\n## ", start + 1) - start);
    EXPECT_NE(section.find(name == "guard" ? "--@percpu//percpu:guard="
                                           : "config:" + name + "="),
              std::string::npos)
        << name << " has no example";
    EXPECT_NE(section.find("Refused: "), std::string::npos) << name;
  }
}

TEST(Settings, ExamplesOfAllPagesAreSettings) {
  static const std::regex kExample(
      "--@percpu//percpu/config:(\\w+)(=\"?([^\"]*)\"?)?");
  auto declared = settings();
  for (const std::string& page :
       lines_of(read_document("tests/docs/pages.txt"))) {
    for (const std::string& span : code_spans_of(page)) {
      std::smatch match;
      if (!std::regex_match(span, match, kExample)) continue;
      const std::string name = match[1];
      EXPECT_EQ(declared.count(name), 1u) << page << ": " << span;
      if (!match[2].matched) continue;
      EXPECT_TRUE(is_value_of(declared[name].kind, match[3]))
          << page << ": " << span;
    }
  }
}

}  // namespace
}  // namespace percpu_tests
