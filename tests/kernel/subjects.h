// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A variable of each value type, hot and plain, for values_test.cc. Behind
// each stand bytes that nobody writes.
//
//   Of_u8::Plain::Variable::write_current(5);
//   Of_u8::Plain::expect_bytes_behind_untouched();

#ifndef PERCPU_TESTS_KERNEL_SUBJECTS_H_
#define PERCPU_TESTS_KERNEL_SUBJECTS_H_

#include <stddef.h>
#include <stdint.h>

#include "gtest/gtest.h"
#include "percpu/percpu.h"

namespace percpu_tests {

inline constexpr size_t kBytes = 16;
inline constexpr uint8_t kUntouched = 0xa5;

/// Aligned as a variable of type T is, so that it follows one without a gap.
template <typename T>
struct alignas(sizeof(T)) BytesBehind {
  uint8_t bytes[kBytes];
};

enum class SmallEnum : int8_t {};
enum class MediumEnum : uint16_t {};
enum PlainEnum : int32_t {};
enum class WideEnum : uint64_t {};

struct OneByte {
  uint8_t a;
};
struct TwoBytes {
  uint8_t a;
  uint8_t b;
};
struct FourBytes {
  uint16_t a;
  uint8_t b;
  int8_t c;
};
struct EightBytes {
  uint32_t a;
  int32_t b;
};
struct EightLooseBytes {
  uint8_t a[8];
};
struct TwelveBytes {
  uint32_t a[3];
};
using Function = int (*)(int);
using Text = const char*;

/// Expects that nobody has written to the kBytes at `bytes`.
void expect_untouched(const uint8_t* bytes);

// Macros, because each stands for several declarations.
#define PERCPU_TESTS_UNTOUCHED                                                \
  {                                                                           \
    {                                                                         \
      kUntouched, kUntouched, kUntouched, kUntouched, kUntouched, kUntouched, \
          kUntouched, kUntouched, kUntouched, kUntouched, kUntouched,         \
          kUntouched, kUntouched, kUntouched, kUntouched, kUntouched          \
    }                                                                         \
  }
#define PERCPU_TESTS_VARIABLE(kind, T, name)                          \
  PERCPU_TESTS_##kind(T, kind##_##name, {});                          \
  PERCPU_TESTS_##kind(BytesBehind<T>, kind##_after_##name,            \
                      PERCPU_TESTS_UNTOUCHED);                        \
  struct kind##Of_##name {                                            \
    using Type = T;                                                   \
    using Variable = decltype(kind##_##name);                         \
    static void expect_bytes_behind_untouched() {                     \
      expect_untouched(kind##_after_##name.current_ptr_raw()->bytes); \
    }                                                                 \
    static bool has_no_gap() {                                        \
      return kind##_after_##name.offset() ==                          \
             kind##_##name.offset() + sizeof(T);                      \
    }                                                                 \
  }
#define PERCPU_TESTS_Plain DEF_PERCPU
#define PERCPU_TESTS_Hot DEF_PERCPU_HOT
#define PERCPU_TESTS_SUBJECT(T, name)    \
  PERCPU_TESTS_VARIABLE(Plain, T, name); \
  PERCPU_TESTS_VARIABLE(Hot, T, name);   \
  struct Of_##name {                     \
    using Plain = PlainOf_##name;        \
    using Hot = HotOf_##name;            \
  }

namespace {

// The fillers come first, as the most aligned. They put the variables where the
// low part of an offset changes its sign: 2 KiB for the hot ones, a multiple of
// 4 KiB, out of the short offsets' reach, for the plain ones.
struct alignas(64) HotFiller {
  uint8_t bytes[1856];
};
struct alignas(64) PlainFiller {
  uint8_t bytes[5632];
};
DEF_PERCPU_HOT(HotFiller, hot_filler, {});
DEF_PERCPU(PlainFiller, plain_filler, {});

PERCPU_TESTS_SUBJECT(bool, truth);
PERCPU_TESTS_SUBJECT(char, character);
PERCPU_TESTS_SUBJECT(int8_t, i8);
PERCPU_TESTS_SUBJECT(uint8_t, u8);
PERCPU_TESTS_SUBJECT(int16_t, i16);
PERCPU_TESTS_SUBJECT(uint16_t, u16);
PERCPU_TESTS_SUBJECT(int32_t, i32);
PERCPU_TESTS_SUBJECT(uint32_t, u32);
PERCPU_TESTS_SUBJECT(int64_t, i64);
PERCPU_TESTS_SUBJECT(uint64_t, u64);
PERCPU_TESTS_SUBJECT(SmallEnum, small_enum);
PERCPU_TESTS_SUBJECT(MediumEnum, medium_enum);
PERCPU_TESTS_SUBJECT(PlainEnum, plain_enum);
PERCPU_TESTS_SUBJECT(WideEnum, wide_enum);
PERCPU_TESTS_SUBJECT(TwelveBytes*, pointer);
PERCPU_TESTS_SUBJECT(Text, text);
PERCPU_TESTS_SUBJECT(Function, function);
PERCPU_TESTS_SUBJECT(OneByte, one);
PERCPU_TESTS_SUBJECT(TwoBytes, two);
PERCPU_TESTS_SUBJECT(FourBytes, four);
PERCPU_TESTS_SUBJECT(EightBytes, eight);
PERCPU_TESTS_SUBJECT(EightLooseBytes, loose);
#undef PERCPU_TESTS_SUBJECT
#undef PERCPU_TESTS_Hot
#undef PERCPU_TESTS_Plain
#undef PERCPU_TESTS_VARIABLE
#undef PERCPU_TESTS_UNTOUCHED

using Integers = testing::Types<Of_character, Of_i8, Of_u8, Of_i16, Of_u16,
                                Of_i32, Of_u32, Of_i64, Of_u64>;
using OtherBits = testing::Types<Of_truth, Of_small_enum, Of_medium_enum,
                                 Of_plain_enum, Of_wide_enum>;
using Pointers = testing::Types<Of_pointer, Of_text>;
using Others =
    testing::Types<Of_function, Of_one, Of_two, Of_four, Of_eight, Of_loose>;

}  // namespace
}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_SUBJECTS_H_
