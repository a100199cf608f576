// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/docs/markdown.h"

#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "gtest/gtest.h"

namespace percpu_tests {
namespace {

constexpr char kFence[] = "```";

bool starts_with(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

std::string trimmed(const std::string& text) {
  const size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The document's lines outside of its blocks.
std::vector<std::string> prose_of(const std::string& path) {
  std::vector<std::string> prose;
  bool is_code = false;
  for (const std::string& line : lines_of(read_document(path))) {
    if (starts_with(line, kFence)) {
      is_code = !is_code;
    } else if (!is_code) {
      prose.push_back(line);
    }
  }
  return prose;
}

}  // namespace

std::string read_document(const std::string& path) {
  std::ifstream file(path);
  std::stringstream content;
  content << file.rdbuf();
  EXPECT_NE(content.str(), "") << path << " is missing or empty";
  return content.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Block> blocks_of(const std::string& path) {
  std::vector<Block> blocks;
  std::map<std::string, unsigned> count;
  bool is_code = false;
  for (const std::string& line : lines_of(read_document(path))) {
    if (!starts_with(line, kFence)) {
      if (is_code) blocks.back().text += line + "\n";
      continue;
    }
    is_code = !is_code;
    if (!is_code) continue;
    const std::string language = line.substr(sizeof(kFence) - 1);
    blocks.push_back({language, ++count[language], ""});
  }
  EXPECT_FALSE(is_code) << path << " ends inside of a block";
  return blocks;
}

std::vector<std::string> code_spans_of(const std::string& path) {
  std::vector<std::string> spans;
  for (const std::string& line : prose_of(path)) {
    for (size_t start = line.find('`'); start != std::string::npos;) {
      const size_t end = line.find('`', start + 1);
      if (end == std::string::npos) break;
      spans.push_back(line.substr(start + 1, end - start - 1));
      start = line.find('`', end + 1);
    }
  }
  return spans;
}

std::vector<std::string> links_of(const std::string& path) {
  static const std::regex kCode("`[^`]*`");
  static const std::regex kLink("\\]\\(([^)]*)\\)");
  std::vector<std::string> links;
  for (const std::string& line : prose_of(path)) {
    const std::string text = std::regex_replace(line, kCode, "");
    auto match = std::sregex_iterator(text.begin(), text.end(), kLink);
    for (; match != std::sregex_iterator(); ++match) {
      const std::string link = (*match)[1];
      if (link.find("://") == std::string::npos) links.push_back(link);
    }
  }
  return links;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  if (line.empty() || line.front() != '|') return cells;
  for (size_t start = 1; start < line.size();) {
    size_t end = line.find('|', start);
    if (end == std::string::npos) end = line.size();
    cells.push_back(trimmed(line.substr(start, end - start)));
    start = end + 1;
  }
  return cells;
}

}  // namespace percpu_tests
