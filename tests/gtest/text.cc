// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "gtest/text.h"

namespace testing::internal {
namespace {

constexpr char kLowerDigits[] = "0123456789abcdef";
constexpr char kUpperDigits[] = "0123456789ABCDEF";

size_t length_of(const char* text) {
  size_t length = 0;
  while (text[length] != '\0') ++length;
  return length;
}

}  // namespace

void Text::clear() {
  size_ = 0;
  cut_ = false;
}

// All or nothing: an escape sequence is never cut in its middle.
void Text::put(const char* bytes, size_t size) {
  if (cut_ || size_ + size > kCapacity) {
    cut_ = true;
    return;
  }
  for (size_t i = 0; i < size; ++i) data_[size_ + i] = bytes[i];
  size_ += size;
}

void Text::append_raw(const char* text) {
  for (; *text != '\0'; ++text) put(text, 1);
}

void Text::append(const char* text) {
  for (; *text != '\0'; ++text) append(*text);
}

void Text::append(char character) {
  const auto code = static_cast<unsigned char>(character);
  switch (character) {
    case '\\':
      return put("\\\\", 2);
    case '\n':
      return put("\\n", 2);
    case '\r':
      return put("\\r", 2);
    default:
      break;
  }
  if (code >= 0x20 && code != 0x7f) return put(&character, 1);
  const char escape[] = {'\\', 'x', kLowerDigits[code >> 4],
                         kLowerDigits[code & 0xf]};
  put(escape, sizeof(escape));
}

void Text::append_unsigned(uint64_t value) {
  char digits[20];  // 2^64 has twenty decimal digits.
  size_t first = sizeof(digits);
  do {
    digits[--first] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  put(digits + first, sizeof(digits) - first);
}

void Text::append_signed(int64_t value) {
  if (value >= 0) return append_unsigned(static_cast<uint64_t>(value));
  put("-", 1);
  append_unsigned(-static_cast<uint64_t>(value));
}

void Text::append_hex(uint64_t value, unsigned digits, bool upper_case) {
  const char* alphabet = upper_case ? kUpperDigits : kLowerDigits;
  char text[16];
  size_t first = sizeof(text);
  do {
    text[--first] = alphabet[value & 0xf];
    value >>= 4;
  } while (value != 0 || sizeof(text) - first < digits);
  put(text + first, sizeof(text) - first);
}

void Text::cut_back(size_t size) {
  if (size < size_) size_ = size;
}

bool Text::repeats(size_t earlier, size_t size, size_t start) const {
  if (size_ - start != size) return false;
  for (size_t i = 0; i < size; ++i) {
    if (data_[earlier + i] != data_[start + i]) return false;
  }
  return true;
}

size_t Text::finish_line() {
  const char* end = cut_ ? kCutMark : "\n";
  const size_t end_size = length_of(end);
  for (size_t i = 0; i < end_size; ++i) data_[size_ + i] = end[i];
  return size_ + end_size;
}

}  // namespace testing::internal
