// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/words.h"

#include <algorithm>
#include <charconv>

namespace percpu_map {

std::string printable(std::string_view text) {
  std::string shown(text);
  for (char& c : shown) {
    if (c < ' ' || c > '~') c = '?';
  }
  return shown;
}

std::string hex(uint64_t value) {
  char digits[16];
  const auto end =
      std::to_chars(digits, digits + sizeof(digits), value, 16).ptr;
  return "0x" + std::string(digits, end);
}

std::string json_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

std::string html_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string lines_of(const Variable& variable) {
  const uint64_t first = variable.offset / kLineSize;
  const uint64_t last =
      (variable.end() - std::min<uint64_t>(variable.size, 1)) / kLineSize;
  return std::to_string(first) +
         (last == first ? "" : "-" + std::to_string(last));
}

std::string align_of(const Variable& variable) {
  return std::to_string(variable.align) +
         (variable.align_source == AlignSource::kGuess ? "?" : "");
}

}  // namespace percpu_map
