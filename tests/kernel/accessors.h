// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The value functions of a variable under the same names with and without a
// guard, so that a case covers both:
//
//   template <typename Functions, typename Variable>
//   void check() {
//     Functions::template write<Variable>(5);
//     EXPECT_EQ(Functions::template read<Variable>(), 5);
//   }
//   check<Guarded, decltype(ticks)>();
//   check<Raw, decltype(ticks)>();

#ifndef PERCPU_TESTS_KERNEL_ACCESSORS_H_
#define PERCPU_TESTS_KERNEL_ACCESSORS_H_

namespace percpu_tests {

// A macro, because the two differ in the names of the functions they call.
#define PERCPU_TESTS_ACCESSORS(Name, suffix)                         \
  struct Name {                                                      \
    template <typename V>                                            \
    static auto read() {                                             \
      return V::read_current##suffix();                              \
    }                                                                \
    template <typename V>                                            \
    static void write(auto value) {                                  \
      V::write_current##suffix(value);                               \
    }                                                                \
    template <typename V>                                            \
    static auto exchange(auto desired) {                             \
      return V::exchange_current##suffix(desired);                   \
    }                                                                \
    template <typename V, typename T>                                \
    static bool compare_exchange(T& expected, T desired) {           \
      return V::compare_exchange_current##suffix(expected, desired); \
    }                                                                \
    template <typename V>                                            \
    static void add(auto difference) {                               \
      V::add_current##suffix(difference);                            \
    }                                                                \
    template <typename V>                                            \
    static void sub(auto difference) {                               \
      V::sub_current##suffix(difference);                            \
    }                                                                \
    template <typename V>                                            \
    static void increment() {                                        \
      V::increment_current##suffix();                                \
    }                                                                \
    template <typename V>                                            \
    static void decrement() {                                        \
      V::decrement_current##suffix();                                \
    }                                                                \
    template <typename V>                                            \
    static auto fetch_add(auto difference) {                         \
      return V::fetch_add_current##suffix(difference);               \
    }                                                                \
    template <typename V>                                            \
    static auto add_return(auto difference) {                        \
      return V::add_return_current##suffix(difference);              \
    }                                                                \
    template <typename V>                                            \
    static void bit_and(auto mask) {                                 \
      V::and_current##suffix(mask);                                  \
    }                                                                \
    template <typename V>                                            \
    static void bit_or(auto mask) {                                  \
      V::or_current##suffix(mask);                                   \
    }                                                                \
    template <typename V>                                            \
    static void bit_xor(auto mask) {                                 \
      V::xor_current##suffix(mask);                                  \
    }                                                                \
  }
PERCPU_TESTS_ACCESSORS(Guarded, );
PERCPU_TESTS_ACCESSORS(Raw, _raw);
#undef PERCPU_TESTS_ACCESSORS

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_ACCESSORS_H_
