// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The documents lead where they say, and the index to all of them.

#include <cctype>
#include <filesystem>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "tests/docs/markdown.h"

namespace percpu_tests {
namespace {

std::vector<std::string> pages() {
  return lines_of(read_document("tests/docs/pages.txt"));
}

/// The anchors that GitHub makes of the page's headings.
std::set<std::string> anchors_of(const std::string& page) {
  std::set<std::string> anchors;
  for (const std::string& line : lines_of(read_document(page))) {
    if (line.empty() || line.front() != '#') continue;
    std::string anchor;
    for (const char c : line.substr(line.find_first_not_of("# "))) {
      if (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-') {
        anchor += static_cast<char>(std::tolower(c));
      } else if (c == ' ') {
        anchor += '-';
      }
    }
    anchors.insert(anchor);
  }
  return anchors;
}

/// The file of the runfiles that a link of `page` names.
std::string target_of(const std::string& page, const std::string& link) {
  const std::string file = link.substr(0, link.find('#'));
  if (file.empty()) return page;
  const auto folder = std::filesystem::path(page).parent_path();
  return (folder / file).lexically_normal().string();
}

TEST(Links, LeadToFilesAndHeadings) {
  for (const std::string& page : pages()) {
    for (const std::string& link : links_of(page)) {
      const std::string target = target_of(page, link);
      EXPECT_TRUE(std::filesystem::exists(target))
          << page << " links to " << link
          << ": no such file, or none of this test's data";
      const size_t hash = link.find('#');
      if (hash == std::string::npos) continue;
      EXPECT_EQ(anchors_of(target).count(link.substr(hash + 1)), 1u)
          << page << " links to " << link << ": no such heading";
    }
  }
}

TEST(Links, IndexHasEachPage) {
  const auto list = links_of("docs/README.md");
  const std::set<std::string> links(list.begin(), list.end());
  for (const std::string& page : pages()) {
    if (page == "README.md" || page == "docs/README.md") continue;
    EXPECT_EQ(links.count(page.substr(sizeof("docs/") - 1)), 1u)
        << "docs/README.md does not list " << page;
  }
}

TEST(Pictures, StandAloneAndAreShown) {
  std::set<std::string> shown;
  for (const std::string& page : pages()) {
    for (const std::string& link : links_of(page)) {
      shown.insert(target_of(page, link));
    }
  }
  for (const std::string& picture :
       lines_of(read_document("tests/docs/pictures.txt"))) {
    const std::string image = read_document(picture);
    EXPECT_EQ(shown.count(picture), 1u) << "no page shows " << picture;
    EXPECT_NE(image.find("<title>"), std::string::npos) << picture;
    EXPECT_NE(image.find("<text"), std::string::npos) << picture;
    for (const char* foreign : {"href", "<image", "<script", "@import"}) {
      EXPECT_EQ(image.find(foreign), std::string::npos)
          << picture << " has " << foreign;
    }
  }
}

}  // namespace
}  // namespace percpu_tests
