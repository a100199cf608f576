// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What every value function does at compile time, before and after its access:
// it refuses a type that has no such operation, and travels between a value and
// its bits.
//
//   Traits::check_addable();
//   arch::add<Bits<T>, kStorage, kPlacement>(Traits::to_bits(value));

#ifndef PERCPU_INTERNAL_VALUE_TRAITS_H_
#define PERCPU_INTERNAL_VALUE_TRAITS_H_

#include "percpu/internal/type.h"

namespace percpu::internal {

template <typename T, Type<T>* kStorage>
struct ValueTraits {
  using B = Bits<T>;

  [[gnu::always_inline]] static B to_bits(Value<T> value) {
    return __builtin_bit_cast(B, value);
  }
  [[gnu::always_inline]] static Value<T> from_bits(B bits) {
    return __builtin_bit_cast(Value<T>, bits);
  }

  /// Whether one access reaches the value: a member may stand anywhere.
  static consteval bool is_aligned() {
    if constexpr (kIsValue<T> && sizeof(T) > 1) {
      // No constant where the compiler cannot tell.
      return __builtin_constant_p(__builtin_is_aligned(kStorage, sizeof(T))) &&
             __builtin_is_aligned(kStorage, sizeof(T));
    } else {
      return true;
    }
  }

  static consteval void check_value() {
    static_assert(kIsValue<T>,
                  "percpu: only trivially copyable types of 1, 2, 4 or 8 bytes "
                  "are read and written as a value; use with_current()");
    static_assert(is_aligned(),
                  "percpu: the member is not aligned to its size, so that one "
                  "access may not reach it; give it alignas, or use ref()");
  }
  static consteval void check_addable() {
    static_assert(kIsAddable<T>,
                  "percpu: only integers and pointers are added to; use "
                  "with_current()");
    check_value();
  }
  static consteval void check_bitwise() {
    static_assert(kIsBitwise<T>,
                  "percpu: only integers, bool and enumerations have bits to "
                  "combine; use with_current()");
    check_value();
  }
};

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_VALUE_TRAITS_H_
