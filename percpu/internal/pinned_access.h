// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The accessors of a variable on a pinned thread, for percpu::Variable, which
// documents them. A change is a load, C++ and a store: the compiler sees all of
// it and makes one instruction of it where the architecture has one.
//
//   PinnedAccess<T, kStorage, kPlacement>::add(pin, 3);

#ifndef PERCPU_INTERNAL_PINNED_ACCESS_H_
#define PERCPU_INTERNAL_PINNED_ACCESS_H_

#include "percpu/internal/checks.h"
#include "percpu/internal/type.h"
#include "percpu/internal/value_traits.h"
#include "percpu/pin.h"
#include "percpu_arch/access.h"

namespace percpu::internal {

template <typename T, Type<T>* kStorage, Placement kPlacement>
class PinnedAccess {
  using Traits = ValueTraits<T, kStorage>;
  using B = Bits<T>;

 public:
  [[gnu::always_inline]] static T* ptr(const Pin& pin) {
    check_pinned_access<kStorage>(pin);
    return reinterpret_cast<T*>(
        arch::pinned_address<kStorage, kPlacement>(PinToken::of(pin)));
  }

  [[gnu::always_inline]] static Value<T> read(const Pin& pin) {
    Traits::check_value();
    return Traits::from_bits(load(pin));
  }

  [[gnu::always_inline]] static void write(const Pin& pin, Value<T> value) {
    Traits::check_value();
    check_pinned_access<kStorage>(pin);
    store(pin, Traits::to_bits(value));
  }

  [[gnu::always_inline]] static Value<T> exchange(const Pin& pin,
                                                  Value<T> desired) {
    const Value<T> old = read(pin);
    store(pin, Traits::to_bits(desired));
    return old;
  }

  [[gnu::always_inline]] static bool compare_exchange(const Pin& pin,
                                                      Value<T>& expected,
                                                      Value<T> desired) {
    Traits::check_value();
    const B found = load(pin);
    if (found != Traits::to_bits(expected)) {
      expected = Traits::from_bits(found);
      return false;
    }
    store(pin, Traits::to_bits(desired));
    return true;
  }

  /// Returns the value before.
  [[gnu::always_inline]] static Value<T> fetch_add(const Pin& pin,
                                                   Difference<T> difference) {
    Traits::check_addable();
    const B old = load(pin);
    store(pin, static_cast<B>(old + difference_bits<T>(difference)));
    return Traits::from_bits(old);
  }

  /// Returns the value after.
  [[gnu::always_inline]] static Value<T> add(const Pin& pin,
                                             Difference<T> difference) {
    Traits::check_addable();
    const auto sum = static_cast<B>(load(pin) + difference_bits<T>(difference));
    store(pin, sum);
    return Traits::from_bits(sum);
  }

  [[gnu::always_inline]] static void sub(const Pin& pin,
                                         Difference<T> difference) {
    Traits::check_addable();
    store(pin, static_cast<B>(load(pin) - difference_bits<T>(difference)));
  }

  [[gnu::always_inline]] static void bit_and(const Pin& pin, Value<T> mask) {
    Traits::check_bitwise();
    store(pin, static_cast<B>(load(pin) & Traits::to_bits(mask)));
  }

  [[gnu::always_inline]] static void bit_or(const Pin& pin, Value<T> mask) {
    Traits::check_bitwise();
    store(pin, static_cast<B>(load(pin) | Traits::to_bits(mask)));
  }

  [[gnu::always_inline]] static void bit_xor(const Pin& pin, Value<T> mask) {
    Traits::check_bitwise();
    store(pin, static_cast<B>(load(pin) ^ Traits::to_bits(mask)));
  }

 private:
  // Every change begins with it.
  [[gnu::always_inline]] static B load(const Pin& pin) {
    check_pinned_access<kStorage>(pin);
    return arch::pinned_load<B, kStorage, kPlacement>(PinToken::of(pin));
  }
  [[gnu::always_inline]] static void store(const Pin& pin, B bits) {
    arch::pinned_store<B, kStorage, kPlacement>(PinToken::of(pin), bits);
  }
};

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_PINNED_ACCESS_H_
