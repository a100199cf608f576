// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The lines of a text:
//
//   for (std::string_view line : split_lines(text)) parse(line);

#ifndef PERCPU_BENCHMARKS_LINES_H_
#define PERCPU_BENCHMARKS_LINES_H_

#include <string_view>
#include <vector>

namespace percpu_benchmarks {

/// The lines of `text` without their ends, `\n` or `\r\n`.
inline std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_LINES_H_
