// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/compile_commands/actions.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

namespace compile_commands {
namespace {

bool is_octal(char character) { return character >= '0' && character <= '7'; }

// The bytes of a string literal of a text proto, given what is between its
// quotes: protobuf's TextFormat.escapeBytes() backwards.
std::string unescaped(std::string_view text) {
  std::string bytes;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      bytes += text[i];
      continue;
    }
    ++i;
    if (is_octal(text[i]) && i + 2 < text.size()) {
      bytes += static_cast<char>((text[i] - '0') * 64 +
                                 (text[i + 1] - '0') * 8 + (text[i + 2] - '0'));
      i += 2;
    } else if (text[i] == 'n') {
      bytes += '\n';
    } else if (text[i] == 't') {
      bytes += '\t';
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

bool is_own_source(std::string_view path) {
  return path.ends_with(".cc") && !path.starts_with("bazel-out/") &&
         !path.starts_with("external/");
}

// What follows -c; empty without one.
std::string source_of(const std::vector<std::string>& arguments) {
  const auto flag = std::ranges::find(arguments, "-c");
  if (flag == arguments.end() || flag + 1 == arguments.end()) return "";
  return *(flag + 1);
}

}  // namespace

std::vector<Compilation> read_compilations(std::istream& textproto) {
  // Bazel 7 indents its fields, Bazel 4 does not.
  constexpr std::string_view kArgument = "arguments: \"";
  std::vector<Compilation> compilations;
  std::set<std::string> seen;
  std::vector<std::string> arguments;
  for (std::string line; std::getline(textproto, line);) {
    std::string_view field = line;
    field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
    if (field.starts_with(kArgument) && field.ends_with('"')) {
      field.remove_prefix(kArgument.size());
      field.remove_suffix(1);
      arguments.push_back(unescaped(field));
    } else if (line == "}") {
      std::string source = source_of(arguments);
      if (is_own_source(source) && seen.insert(source).second) {
        compilations.push_back({std::move(source), std::move(arguments)});
      }
      arguments.clear();
    }
  }
  return compilations;
}

}  // namespace compile_commands
