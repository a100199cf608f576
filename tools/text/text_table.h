// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Tables of text, for a terminal and for a document:
//
//   TextTable table = {.header = {"CPUs", "ratio"}, .rows = {{"4", "1.9"}}};
//   fputs(aligned(table).c_str(), stdout);

#ifndef PERCPU_TOOLS_TEXT_TEXT_TABLE_H_
#define PERCPU_TOOLS_TEXT_TEXT_TABLE_H_

#include <stddef.h>

#include <string>
#include <vector>

namespace percpu_tools {

struct TextTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  ///< Each as long as the header.
  size_t left_columns = 1;  ///< To the left; the others are to the right.
};

/// Columns two spaces apart.
std::string aligned(const TextTable& table);

/// A Markdown table with the same alignment.
std::string markdown(const TextTable& table);

}  // namespace percpu_tools

#endif  // PERCPU_TOOLS_TEXT_TEXT_TABLE_H_
