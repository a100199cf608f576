// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The value operations of a variable as the architecture makes them, for the
// functions of percpu::Variable with and without `_raw`, which are documented
// there and say what a guard is for.
//
//   ValueAccess<T, kStorage, kPlacement>::add(3);

#ifndef PERCPU_INTERNAL_VALUE_ACCESS_H_
#define PERCPU_INTERNAL_VALUE_ACCESS_H_

#include "percpu/internal/checks.h"
#include "percpu/internal/type.h"
#include "percpu/internal/value_traits.h"
#include "percpu_arch/access.h"

namespace percpu::internal {

template <typename T, Type<T>* kStorage, Placement kPlacement>
class ValueAccess {
  using Traits = ValueTraits<T, kStorage>;
  using B = Bits<T>;

 public:
  [[gnu::always_inline]] static Value<T> read() {
    Traits::check_value();
    check_access<kStorage>();
    return Traits::from_bits(arch::load<B, kStorage, kPlacement>());
  }

  [[gnu::always_inline]] static void write(Value<T> value) {
    Traits::check_value();
    check_access<kStorage>();
    arch::store<B, kStorage, kPlacement>(Traits::to_bits(value));
  }

  [[gnu::always_inline]] static Value<T> exchange(Value<T> desired) {
    Traits::check_value();
    check_access<kStorage>();
    return Traits::from_bits(
        arch::exchange<B, kStorage, kPlacement>(Traits::to_bits(desired)));
  }

  [[gnu::always_inline]] static bool compare_exchange(Value<T>& expected,
                                                      Value<T> desired) {
    Traits::check_value();
    check_access<kStorage>();
    B bits = Traits::to_bits(expected);
    if (arch::compare_exchange<B, kStorage, kPlacement>(
            bits, Traits::to_bits(desired))) {
      return true;
    }
    expected = Traits::from_bits(bits);
    return false;
  }

  [[gnu::always_inline]] static void add(Difference<T> difference) {
    Traits::check_addable();
    check_access<kStorage>();
    arch::add<B, kStorage, kPlacement>(difference_bits<T>(difference));
  }

  [[gnu::always_inline]] static void sub(Difference<T> difference) {
    Traits::check_addable();
    check_access<kStorage>();
    const B bits = difference_bits<T>(difference);
    // A constant costs the same either way, but for one.
    if (__builtin_constant_p(bits)) {
      arch::add<B, kStorage, kPlacement>(static_cast<B>(0 - bits));
    } else {
      arch::sub<B, kStorage, kPlacement>(bits);
    }
  }

  [[gnu::always_inline]] static Value<T> fetch_add(Difference<T> difference) {
    Traits::check_addable();
    check_access<kStorage>();
    return Traits::from_bits(arch::fetch_add<B, kStorage, kPlacement>(
        difference_bits<T>(difference)));
  }

  [[gnu::always_inline]] static Value<T> add_return(Difference<T> difference) {
    Traits::check_addable();
    check_access<kStorage>();
    const B bits = difference_bits<T>(difference);
    return Traits::from_bits(
        static_cast<B>(arch::fetch_add<B, kStorage, kPlacement>(bits) + bits));
  }

  [[gnu::always_inline]] static void bit_and(Value<T> mask) {
    Traits::check_bitwise();
    check_access<kStorage>();
    arch::bit_and<B, kStorage, kPlacement>(Traits::to_bits(mask));
  }

  [[gnu::always_inline]] static void bit_or(Value<T> mask) {
    Traits::check_bitwise();
    check_access<kStorage>();
    arch::bit_or<B, kStorage, kPlacement>(Traits::to_bits(mask));
  }

  [[gnu::always_inline]] static void bit_xor(Value<T> mask) {
    Traits::check_bitwise();
    check_access<kStorage>();
    arch::bit_xor<B, kStorage, kPlacement>(Traits::to_bits(mask));
  }
};

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_VALUE_ACCESS_H_
