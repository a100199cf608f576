// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// File: gtest/printer.h
//
// Prints a value of any type into a Text, in GoogleTest's words: numbers in
// decimal, characters with their code, pointers in hexadecimal, and the bytes
// of what has no better form.

#ifndef PERCPU_TESTS_GTEST_PRINTER_H_
#define PERCPU_TESTS_GTEST_PRINTER_H_

#include <stddef.h>
#include <stdint.h>

#include "gtest/text.h"

namespace testing::internal {

template <typename T, typename... Others>
inline constexpr bool kIsOneOf = (__is_same(T, Others) || ...);

/// Characters print as `'a' (97, 0x61)`.
template <typename T>
inline constexpr bool kIsCharacter =
    kIsOneOf<T, char, signed char, unsigned char>;

/// Integers of up to 64 bits, without bool and characters.
template <typename T>
inline constexpr bool kIsInteger =
    __is_integral(T) && sizeof(T) <= sizeof(uint64_t) && !kIsCharacter<T> &&
    !__is_same(T, bool);

void print_character(Text& text, unsigned char code, char literal);
void print_string(Text& text, const char* string);
void print_address(Text& text, uintptr_t address);
void print_bytes(Text& text, const unsigned char* bytes, size_t size);

/// A string that prints as its characters, as EXPECT_STREQ shows it. Other
/// strings print as pointers.
struct String {
  const char* characters;
};

template <typename T>
void print_integer(Text& text, T value) {
  if constexpr (static_cast<T>(-1) < static_cast<T>(0)) {
    text.append_signed(static_cast<int64_t>(value));
  } else {
    text.append_unsigned(static_cast<uint64_t>(value));
  }
}

template <typename T>
void print_pointer(Text& text, T pointer) {
  if (pointer == nullptr) return text.append("NULL");
  print_address(text, reinterpret_cast<uintptr_t>(pointer));
  if constexpr (kIsOneOf<T, const char*, char*>) {
    text.append(" pointing to ");
    print_string(text, pointer);
  }
}

/// Appends `value`. Reads it once; a value that other CPUs write should be
/// loaded before.
template <typename T>
void print_value(Text& text, const T& value) {
  using Value = __remove_cv(T);
  if constexpr (__is_same(Value, bool)) {
    text.append(value ? "true" : "false");
  } else if constexpr (kIsCharacter<Value>) {
    print_character(text, static_cast<unsigned char>(value),
                    static_cast<char>(value));
  } else if constexpr (kIsInteger<Value>) {
    print_integer<Value>(text, value);
  } else if constexpr (__is_same(Value, decltype(nullptr))) {
    text.append("(nullptr)");
  } else if constexpr (__is_pointer(Value)) {
    print_pointer<Value>(text, value);
  } else if constexpr (__is_same(Value, String)) {
    if (value.characters == nullptr) return text.append("NULL");
    print_string(text, value.characters);
  } else if constexpr (__is_array(Value)) {
    print_pointer(text, &value[0]);
  } else if constexpr (__is_enum(Value) &&
                       __is_convertible_to(Value, long long)) {
    text.append_signed(static_cast<int64_t>(value));
  } else {
    print_bytes(text, reinterpret_cast<const unsigned char*>(&value),
                sizeof(value));
  }
}

}  // namespace testing::internal

#endif  // PERCPU_TESTS_GTEST_PRINTER_H_
