// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Values at the edges of every size, and values as bits.
//
//   for_each_pattern(kMask<int8_t>, [](uint64_t a) {
//     variable.write_current(value_of<int8_t>(a));
//   });

#ifndef PERCPU_TESTS_KERNEL_PATTERNS_H_
#define PERCPU_TESTS_KERNEL_PATTERNS_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu_tests {

template <size_t kSize>
struct UintOfSize;
template <>
struct UintOfSize<1> {
  using Type = uint8_t;
};
template <>
struct UintOfSize<2> {
  using Type = uint16_t;
};
template <>
struct UintOfSize<4> {
  using Type = uint32_t;
};
template <>
struct UintOfSize<8> {
  using Type = uint64_t;
};

template <typename T>
using Uint = UintOfSize<sizeof(T)>::Type;

/// Returns the bits of `value`, zero-extended.
template <typename T>
constexpr uint64_t bits_of(T value) {
  return __builtin_bit_cast(Uint<T>, value);
}

/// Returns the T with the lowest bits of `bits`.
template <typename T>
constexpr T value_of(uint64_t bits) {
  return __builtin_bit_cast(T, static_cast<Uint<T>>(bits));
}

/// The bits that a T can have.
template <typename T>
inline constexpr uint64_t kMask =
    __is_same(T, bool) ? 1 : uint64_t{static_cast<Uint<T>>(~uint64_t{0})};

/// Calls `function` with each pattern within `mask`: values where sign, carry
/// and immediate operands change.
void for_each_pattern(uint64_t mask, void (*function)(uint64_t a));

/// Calls `function` with each pair of such patterns.
void for_each_pair(uint64_t mask, void (*function)(uint64_t a, uint64_t b));

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_PATTERNS_H_
