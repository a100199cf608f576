// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/text/text_table.h"

#include <algorithm>

namespace percpu_tools {
namespace {

using Row = std::vector<std::string>;

std::string padded(const std::string& cell, size_t width, bool to_the_left) {
  const std::string space(width - std::min(width, cell.size()), ' ');
  return to_the_left ? cell + space : space + cell;
}

std::string aligned_row(const Row& row, const std::vector<size_t>& widths,
                        size_t left_columns) {
  std::string line;
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += "  ";
    line += padded(row[i], widths[i], i < left_columns);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

std::string markdown_row(const Row& row) {
  std::string line = "|";
  for (const std::string& cell : row) line += " " + cell + " |";
  return line + "\n";
}

}  // namespace

std::string aligned(const TextTable& table) {
  std::vector<size_t> widths;
  for (size_t i = 0; i < table.header.size(); ++i) {
    size_t width = table.header[i].size();
    for (const Row& row : table.rows) width = std::max(width, row[i].size());
    widths.push_back(width);
  }
  std::string text = aligned_row(table.header, widths, table.left_columns);
  for (const Row& row : table.rows) {
    text += aligned_row(row, widths, table.left_columns);
  }
  return text;
}

std::string markdown(const TextTable& table) {
  std::string text = markdown_row(table.header) + "|";
  for (size_t i = 0; i < table.header.size(); ++i) {
    text += i < table.left_columns ? "---|" : "---:|";
  }
  text += "\n";
  for (const Row& row : table.rows) text += markdown_row(row);
  return text;
}

}  // namespace percpu_tools
