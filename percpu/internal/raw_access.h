// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The accessors of a variable that take no guard, and the addresses. Part of
// percpu::Variable, which documents what is common to all.
//
//   ticks.write_current_raw(ticks.read_current_raw() + 1);

#ifndef PERCPU_INTERNAL_RAW_ACCESS_H_
#define PERCPU_INTERNAL_RAW_ACCESS_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu/internal/checks.h"
#include "percpu/internal/type.h"
#include "percpu/internal/value_traits.h"
#include "percpu_arch/access.h"
#include "percpu_arch/layout.h"

namespace percpu::internal {

// "Raw" functions need a pinned thread, where the kernel preempts: migrated
// half-way they act on another CPU's copy.
template <typename T, Type<T>* kStorage, Placement kPlacement>
class RawAccess {
 public:
  /// Returns the variable's link address.
  static uintptr_t symbol_vma() { return arch::symbol_vma<kStorage>(); }

  /// Returns the distance from an area's base to its copy, in bytes.
  static uintptr_t offset() { return symbol_vma() - arch::template_vma(); }

  /// Returns the address of the current CPU's copy, never null. It stays that
  /// CPU's when the thread migrates.
  [[gnu::always_inline]] static T* current_ptr() {
    check_access<kStorage>();
    return reinterpret_cast<T*>(arch::current_address<kStorage, kPlacement>());
  }

  /// Returns the current CPU's copy, like current_ptr().
  [[gnu::always_inline]] static T& current_ref_raw() { return *current_ptr(); }

  /// Returns the address of CPU `cpu`'s copy, for `cpu` below area_num(). A
  /// debug build panics where there is none. That CPU may be using it: the
  /// caller sees to atomicity and order.
  [[gnu::always_inline]] static T* remote_ptr(size_t cpu) {
#ifdef PERCPU_DEBUG_CHECKS
    check_cpu(cpu, kName<kStorage>.text);
#endif
    return reinterpret_cast<T*>(
        arch::address_in<kStorage, kPlacement>(arch::register_table()[cpu]));
  }

  /// Returns CPU `cpu`'s copy, like remote_ptr().
  [[gnu::always_inline]] static T& remote_ref_raw(size_t cpu) {
    return *remote_ptr(cpu);
  }

  /// Returns the value.
  [[gnu::always_inline]] static Value<T> read_current_raw() {
    Traits::check_value();
    return Traits::from_bits(arch::load<B, kStorage, kPlacement>());
  }

  /// Stores `value`.
  [[gnu::always_inline]] static void write_current_raw(Value<T> value) {
    Traits::check_value();
    arch::store<B, kStorage, kPlacement>(Traits::to_bits(value));
  }

  /// Stores `desired` and returns what it replaces.
  [[gnu::always_inline]] static Value<T> exchange_current_raw(
      Value<T> desired) {
    Traits::check_value();
    return Traits::from_bits(
        arch::exchange<B, kStorage, kPlacement>(Traits::to_bits(desired)));
  }

  /// Stores `desired` and returns true where the value, compared as bits, is
  /// `expected`; else sets `expected` to the value and returns false.
  [[gnu::always_inline]] static bool compare_exchange_current_raw(
      Value<T>& expected, Value<T> desired) {
    Traits::check_value();
    B bits = Traits::to_bits(expected);
    if (arch::compare_exchange<B, kStorage, kPlacement>(
            bits, Traits::to_bits(desired))) {
      return true;
    }
    expected = Traits::from_bits(bits);
    return false;
  }

  /// Adds `difference`, wrapping; to a pointer, that many elements.
  [[gnu::always_inline]] static void add_current_raw(Difference<T> difference) {
    Traits::check_addable();
    arch::add<B, kStorage, kPlacement>(difference_bits<T>(difference));
  }

  /// Subtracts `difference`, as add_current_raw() adds.
  [[gnu::always_inline]] static void sub_current_raw(Difference<T> difference) {
    Traits::check_addable();
    const B bits = difference_bits<T>(difference);
    // A constant costs the same either way, but for one.
    if (__builtin_constant_p(bits)) {
      arch::add<B, kStorage, kPlacement>(static_cast<B>(0 - bits));
    } else {
      arch::sub<B, kStorage, kPlacement>(bits);
    }
  }

  /// Adds one, wrapping.
  [[gnu::always_inline]] static void increment_current_raw() {
    add_current_raw(1);
  }

  /// Subtracts one, wrapping.
  [[gnu::always_inline]] static void decrement_current_raw() {
    sub_current_raw(1);
  }

  /// Adds like add_current_raw() and returns the value before.
  [[gnu::always_inline]] static Value<T> fetch_add_current_raw(
      Difference<T> difference) {
    Traits::check_addable();
    return Traits::from_bits(arch::fetch_add<B, kStorage, kPlacement>(
        difference_bits<T>(difference)));
  }

  /// Adds like add_current_raw() and returns the value after.
  [[gnu::always_inline]] static Value<T> add_return_current_raw(
      Difference<T> difference) {
    Traits::check_addable();
    const B bits = difference_bits<T>(difference);
    return Traits::from_bits(
        static_cast<B>(arch::fetch_add<B, kStorage, kPlacement>(bits) + bits));
  }

  /// Keeps the bits that are set in `mask`.
  [[gnu::always_inline]] static void and_current_raw(Value<T> mask) {
    Traits::check_bitwise();
    arch::bit_and<B, kStorage, kPlacement>(Traits::to_bits(mask));
  }

  /// Sets the bits that are set in `mask`.
  [[gnu::always_inline]] static void or_current_raw(Value<T> mask) {
    Traits::check_bitwise();
    arch::bit_or<B, kStorage, kPlacement>(Traits::to_bits(mask));
  }

  /// Flips the bits that are set in `mask`.
  [[gnu::always_inline]] static void xor_current_raw(Value<T> mask) {
    Traits::check_bitwise();
    arch::bit_xor<B, kStorage, kPlacement>(Traits::to_bits(mask));
  }

 protected:
  constexpr RawAccess() = default;

 private:
  using Traits = ValueTraits<T, kStorage>;
  using B = Bits<T>;
};

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_RAW_ACCESS_H_
