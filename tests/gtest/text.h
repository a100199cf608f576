// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/text.h
//
// A text of bounded size for the guest's messages. There is no heap on bare
// metal, and a serial line must leave in one write.
//
//     Text text;
//     text.append_raw("@percpu-test skip ");
//     text.append("two\nlines");  // a line end is written as an escape
//     write(text.data(), text.finish_line());

#ifndef PERCPU_TESTS_GTEST_TEXT_H_
#define PERCPU_TESTS_GTEST_TEXT_H_

#include <stddef.h>
#include <stdint.h>

namespace testing::internal {

/// Collects one line. What exceeds the capacity is dropped, and the line then
/// ends with a mark that says so. Not safe against use by two CPUs at once.
class Text {
 public:
  constexpr Text() = default;
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;

  /// Empties the text.
  void clear();

  /// Appends `text` as it is: protocol words, which hold no line ends.
  void append_raw(const char* text);

  /// Appends `text` with backslashes and control characters escaped, so that
  /// the line stays one line.
  void append(const char* text);

  /// Appends one character, escaped as above.
  void append(char character);

  /// Appends `value` in decimal.
  void append_unsigned(uint64_t value);
  void append_signed(int64_t value);

  /// Appends `value` in hexadecimal, without prefix, with at least `digits`
  /// digits.
  void append_hex(uint64_t value, unsigned digits, bool upper_case);

  /// The size so far, in bytes.
  size_t size() const { return size_; }

  /// Drops what was appended since the text had `size` bytes.
  void cut_back(size_t size);

  /// Whether the text from byte `start` to the end repeats the `size` bytes at
  /// `earlier`.
  bool repeats(size_t earlier, size_t size, size_t start) const;

  /// Ends the line, with the mark if something was dropped. Returns the size
  /// of the line in bytes; `data` then holds it. No appending afterwards.
  size_t finish_line();

  const char* data() const { return data_; }

 private:
  void put(const char* bytes, size_t size);

  static constexpr size_t kCapacity = 1024;
  static constexpr char kCutMark[] = " [cut]\n";

  char data_[kCapacity + sizeof(kCutMark)] = {};
  size_t size_ = 0;
  bool cut_ = false;
};

}  // namespace testing::internal

#endif  // PERCPU_TESTS_GTEST_TEXT_H_
