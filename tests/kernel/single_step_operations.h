// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The operations that single_step_test.cc interrupts.
//
//   static constexpr Operation kOperation = operation_on<Add,
//   decltype(ticks)>(); interrupt_everywhere(kOperation, Way::kMoves, true);
//
// Each is a class with two functions, which take the operand in `value` and
// leave the result there:
//
//   run<V>(value, flag)           on the current copy of a variable V
//   run_on(copy, value, flag)     the same on a plain integer
//   kBeginsEqual, kSkipsStore     the Operation's fields
//   kIsUpdate                     whether it stores what depends on a load

#ifndef PERCPU_TESTS_KERNEL_SINGLE_STEP_OPERATIONS_H_
#define PERCPU_TESTS_KERNEL_SINGLE_STEP_OPERATIONS_H_

#include <stdint.h>

#include "tests/kernel/single_step.h"
#include "tests/kernel/stepped_code.h"

namespace percpu_tests {

struct Access {
  static constexpr bool kBeginsEqual = false;
  static constexpr bool kSkipsStore = false;
  static constexpr bool kIsUpdate = false;
};
struct Update : Access {
  static constexpr bool kIsUpdate = true;
};

struct Read : Access {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    value = V::read_current();
  }
  static void run_on(auto& copy, auto& value, bool&) { value = copy; }
};

struct Write : Access {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    V::write_current(value);
  }
  static void run_on(auto& copy, auto& value, bool&) { copy = value; }
};

struct Exchange : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    value = V::exchange_current(value);
  }
  template <typename T>
  static void run_on(T& copy, T& value, bool&) {
    const T old = copy;
    copy = value;
    value = old;
  }
};

/// The result is what was found, and whether it was expected.
template <uint64_t kExpected>
struct CompareExchangeWith {
  template <typename V, typename T>
  [[gnu::always_inline]] static void run(T& value, bool& flag) {
    auto expected = static_cast<T>(kExpected);
    flag = V::compare_exchange_current(expected, value);
    value = expected;
  }
  template <typename T>
  static void run_on(T& copy, T& value, bool& flag) {
    const T old = copy;
    flag = old == static_cast<T>(kExpected);
    if (flag) copy = value;
    value = old;
  }
};
/// Equal before the interrupt, and not after it.
struct CompareExchange : Update, CompareExchangeWith<kInitial> {
  static constexpr bool kBeginsEqual = true;
};
/// Equal after it. Where it is not interrupted it stores nothing.
struct LateCompareExchange : Access, CompareExchangeWith<kInitial + kAdded> {
  static constexpr bool kBeginsEqual = true;
  static constexpr bool kSkipsStore = true;
};
/// No copy ever has that value.
struct FailingCompareExchange : Access,
                                CompareExchangeWith<0x7777'7777'7777'7777> {
  static constexpr bool kSkipsStore = true;
};

struct Add : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    V::add_current(value);
  }
  template <typename T>
  static void run_on(T& copy, T& value, bool&) {
    copy = static_cast<T>(copy + value);
  }
};

struct Sub : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    V::sub_current(value);
  }
  template <typename T>
  static void run_on(T& copy, T& value, bool&) {
    copy = static_cast<T>(copy - value);
  }
};

struct Increment : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto&, bool&) {
    V::increment_current();
  }
  static void run_on(auto& copy, auto&, bool&) { ++copy; }
};

struct Decrement : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto&, bool&) {
    V::decrement_current();
  }
  static void run_on(auto& copy, auto&, bool&) { --copy; }
};

struct FetchAdd : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    value = V::fetch_add_current(value);
  }
  template <typename T>
  static void run_on(T& copy, T& value, bool&) {
    const T old = copy;
    copy = static_cast<T>(old + value);
    value = old;
  }
};

/// Of a constant, which is part of an instruction.
struct FetchAddOne : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    value = V::fetch_add_current(1);
  }
  static void run_on(auto& copy, auto& value, bool&) { value = copy++; }
};

struct AddReturn : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    value = V::add_return_current(value);
  }
  template <typename T>
  static void run_on(T& copy, T& value, bool&) {
    value = copy = static_cast<T>(copy + value);
  }
};

struct And : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    V::and_current(value);
  }
  static void run_on(auto& copy, auto& value, bool&) { copy &= value; }
};

struct Or : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    V::or_current(value);
  }
  static void run_on(auto& copy, auto& value, bool&) { copy |= value; }
};

struct Xor : Update {
  template <typename V>
  [[gnu::always_inline]] static void run(auto& value, bool&) {
    V::xor_current(value);
  }
  static void run_on(auto& copy, auto& value, bool&) { copy ^= value; }
};

/// Runs operation O on the variable V.
template <typename O, typename V>
class OperationOn {
  using T = __remove_reference_t(decltype(*V::remote_ptr(0)));

 public:
  [[gnu::noinline]] static Result run() {
    auto value = static_cast<T>(kOperand);
    bool flag = false;
    STEP_BEGIN(value);
    O::template run<V>(value, flag);
    STEP_END(value);
    return {.value = value, .flag = flag};
  }

  static Result run_on(uint64_t& copy) {
    auto narrow = static_cast<T>(copy);
    auto value = static_cast<T>(kOperand);
    bool flag = false;
    O::run_on(narrow, value, flag);
    copy = narrow;
    return {.value = value, .flag = flag};
  }

  static uint64_t copy(unsigned cpu) { return *V::remote_ptr(cpu); }
  static void set_copy(unsigned cpu, uint64_t value) {
    *V::remote_ptr(cpu) = static_cast<T>(value);
  }
};

template <typename O, typename V>
constexpr Operation operation_on() {
  using On = OperationOn<O, V>;
  return {.run = On::run,
          .run_on = On::run_on,
          .copy = On::copy,
          .set_copy = On::set_copy,
          .begins_equal = O::kBeginsEqual,
          .skips_store = O::kSkipsStore};
}

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_SINGLE_STEP_OPERATIONS_H_
