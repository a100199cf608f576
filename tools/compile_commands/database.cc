// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/compile_commands/database.h"

#include <string_view>

namespace compile_commands {
namespace {

// Bytes above ASCII stay: JSON is UTF-8, as paths are.
std::string quoted(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string json = "\"";
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20) {
      json += "\\u00";
      json += kHex[byte >> 4];
      json += kHex[byte & 0xf];
      continue;
    }
    if (character == '"' || character == '\\') json += '\\';
    json += character;
  }
  return json + "\"";
}

// Alone, or behind -I.
std::string located(std::string_view argument, const std::string& output_base) {
  constexpr std::string_view kExternal = "external/";
  std::string flag;
  if (argument.starts_with("-I")) {
    flag = argument.substr(0, 2);
    argument.remove_prefix(2);
  }
  if (argument.starts_with(kExternal)) flag += output_base + "/";
  return flag.append(argument);
}

}  // namespace

std::string database(const std::vector<Compilation>& compilations,
                     const std::string& workspace,
                     const std::string& output_base) {
  std::string json = "[";
  const char* separator = "\n";
  for (const Compilation& compilation : compilations) {
    json += separator;
    json += "{\"directory\": " + quoted(workspace);
    json += ", \"file\": " + quoted(compilation.source);
    json += ", \"arguments\": [";
    const char* comma = "";
    for (const std::string& argument : compilation.arguments) {
      json += comma + quoted(located(argument, output_base));
      comma = ", ";
    }
    json += "]}";
    separator = ",\n";
  }
  return json + "\n]\n";
}

}  // namespace compile_commands
