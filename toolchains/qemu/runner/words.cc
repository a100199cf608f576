// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "toolchains/qemu/runner/words.h"

#include <algorithm>
#include <charconv>

namespace qemu_runner {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '/';
}

bool is_name(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), is_name_character);
}

std::optional<unsigned char> parse_hex(std::string_view digits) {
  unsigned char value = 0;
  const auto result =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.size() != 2 || result.ec != std::errc() ||
      result.ptr != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::string_view take_word(std::string_view& rest) {
  const size_t space = rest.find(' ');
  const std::string_view word = rest.substr(0, space);
  rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
  return word;
}

std::optional<size_t> parse_number(std::string_view text) {
  size_t value = 0;
  const auto result =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || result.ec != std::errc() ||
      result.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return value;
}

bool is_case_name(std::string_view text) {
  const size_t dot = text.find('.');
  return dot != std::string_view::npos && is_name(text.substr(0, dot)) &&
         is_name(text.substr(dot + 1));
}

std::string unescape(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char kind = text[i + 1];
    if (kind == 'n' || kind == 'r' || kind == '\\') {
      result += kind == 'n' ? '\n' : kind == 'r' ? '\r' : '\\';
      ++i;
    } else if (const auto code = parse_hex(text.substr(i + 1).substr(1, 2));
               kind == 'x' && code.has_value()) {
      result += static_cast<char>(*code);
      i += 3;
    } else {
      result += text[i];
    }
  }
  return result;
}

Failure parse_failure(std::string_view text) {
  const size_t after = text.find(": ");
  const size_t colon = after == 0 || after == std::string_view::npos
                           ? std::string_view::npos
                           : text.rfind(':', after - 1);
  if (colon != std::string_view::npos) {
    const auto line = parse_number(text.substr(colon + 1, after - colon - 1));
    if (line.has_value()) {
      return {.file = unescape(text.substr(0, colon)),
              .line = static_cast<int>(*line),
              .message = unescape(text.substr(after + 2))};
    }
  }
  return {.file = "", .line = 0, .message = unescape(text)};
}

std::string printable(std::string_view text) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string result;
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (code >= 0x20 && code < 0x7f) {
      result += c;
    } else {
      result += {'\\', 'x', kDigits[code >> 4], kDigits[code & 0xf]};
    }
  }
  return result;
}

}  // namespace qemu_runner
