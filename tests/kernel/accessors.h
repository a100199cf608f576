// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The value functions of a variable under the same names with a guard, without
// one, and pinned, so that a case covers all:
//
//   template <typename Functions, typename Variable>
//   void check() {
//     Functions::template write<Variable>(5);
//     EXPECT_EQ(Functions::template read<Variable>(), 5);
//   }
//   check<Guarded, decltype(ticks)>();
//   check<Raw, decltype(ticks)>();
//   check<Pinned, decltype(ticks)>();

#ifndef PERCPU_TESTS_KERNEL_ACCESSORS_H_
#define PERCPU_TESTS_KERNEL_ACCESSORS_H_

#include "percpu/pin.h"

namespace percpu_tests {

// A macro, because they differ in the names and the first argument of the
// functions they call. PIN declares the first argument, `before` and
// `alone` are that argument before others and alone.
#define PERCPU_TESTS_ACCESSORS(Name, suffix, PIN, before, alone)             \
  struct Name {                                                              \
    template <typename V>                                                    \
    static auto read() {                                                     \
      PIN return V::read_current##suffix(alone);                             \
    }                                                                        \
    template <typename V>                                                    \
    static void write(auto value) {                                          \
      PIN V::write_current##suffix(PERCPU_TESTS_##before value);             \
    }                                                                        \
    template <typename V>                                                    \
    static auto exchange(auto desired) {                                     \
      PIN return V::exchange_current##suffix(PERCPU_TESTS_##before desired); \
    }                                                                        \
    template <typename V, typename T>                                        \
    static bool compare_exchange(T& expected, T desired) {                   \
      PIN return V::compare_exchange_current##suffix(                        \
          PERCPU_TESTS_##before expected, desired);                          \
    }                                                                        \
    template <typename V>                                                    \
    static void add(auto difference) {                                       \
      PIN V::add_current##suffix(PERCPU_TESTS_##before difference);          \
    }                                                                        \
    template <typename V>                                                    \
    static void sub(auto difference) {                                       \
      PIN V::sub_current##suffix(PERCPU_TESTS_##before difference);          \
    }                                                                        \
    template <typename V>                                                    \
    static void increment() {                                                \
      PIN V::increment_current##suffix(alone);                               \
    }                                                                        \
    template <typename V>                                                    \
    static void decrement() {                                                \
      PIN V::decrement_current##suffix(alone);                               \
    }                                                                        \
    template <typename V>                                                    \
    static auto fetch_add(auto difference) {                                 \
      PIN return V::fetch_add_current##suffix(                               \
          PERCPU_TESTS_##before difference);                                 \
    }                                                                        \
    template <typename V>                                                    \
    static auto add_return(auto difference) {                                \
      PIN return V::add_return_current##suffix(                              \
          PERCPU_TESTS_##before difference);                                 \
    }                                                                        \
    template <typename V>                                                    \
    static void bit_and(auto mask) {                                         \
      PIN V::and_current##suffix(PERCPU_TESTS_##before mask);                \
    }                                                                        \
    template <typename V>                                                    \
    static void bit_or(auto mask) {                                          \
      PIN V::or_current##suffix(PERCPU_TESTS_##before mask);                 \
    }                                                                        \
    template <typename V>                                                    \
    static void bit_xor(auto mask) {                                         \
      PIN V::xor_current##suffix(PERCPU_TESTS_##before mask);                \
    }                                                                        \
  }
#define PERCPU_TESTS_NOTHING
#define PERCPU_TESTS_PIN pin,
PERCPU_TESTS_ACCESSORS(Guarded, , , NOTHING, );
PERCPU_TESTS_ACCESSORS(Raw, _raw, , NOTHING, );
PERCPU_TESTS_ACCESSORS(Pinned, , percpu::AssumedPin pin;, PIN, pin);
#undef PERCPU_TESTS_PIN
#undef PERCPU_TESTS_NOTHING
#undef PERCPU_TESTS_ACCESSORS

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_ACCESSORS_H_
