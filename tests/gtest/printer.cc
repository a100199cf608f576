// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "gtest/printer.h"

namespace testing::internal {
namespace {

// The letter of a simple escape such as '\n', or 0.
char escape_letter(unsigned char code) {
  switch (code) {
    case '\0':
      return '0';
    case '\'':
      return '\'';
    case '\\':
      return '\\';
    case '\a':
      return 'a';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\v':
      return 'v';
    default:
      return 0;
  }
}

}  // namespace

void print_character(Text& text, unsigned char code, char literal) {
  const char letter = escape_letter(code);
  const bool printable = code >= 0x20 && code < 0x7f;
  text.append('\'');
  if (letter != 0) {
    text.append('\\');
    text.append(letter);
  } else if (printable) {
    text.append(literal);
  } else {
    text.append("\\x");
    text.append_hex(code, 1, true);
  }
  text.append('\'');
  if (code == 0) return;
  text.append(" (");
  text.append_unsigned(code);
  // The code stands in hexadecimal once: not where the escape has it, nor
  // where it is the same digit.
  if (code > 9 && (letter != 0 || printable)) {
    text.append(", 0x");
    text.append_hex(code, 1, true);
  }
  text.append(')');
}

void print_string(Text& text, const char* string) {
  text.append('"');
  for (; *string != '\0'; ++string) {
    const char letter = escape_letter(static_cast<unsigned char>(*string));
    if (*string == '"') {
      text.append("\\\"");
    } else if (letter != 0 && letter != '\'') {
      text.append('\\');
      text.append(letter);
    } else {
      text.append(*string);
    }
  }
  text.append('"');
}

void print_address(Text& text, uintptr_t address) {
  text.append("0x");
  text.append_hex(address, 1, false);
}

void print_bytes(Text& text, const unsigned char* bytes, size_t size) {
  text.append_unsigned(size);
  text.append("-byte object <");
  for (size_t i = 0; i < size; ++i) {
    if (i != 0) text.append(i % 2 == 0 ? ' ' : '-');
    text.append_hex(bytes[i], 2, true);
  }
  text.append('>');
}

}  // namespace testing::internal
