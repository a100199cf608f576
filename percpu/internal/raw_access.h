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
#include "percpu/internal/value_access.h"
#include "percpu_arch/access.h"
#include "percpu_arch/layout.h"

namespace percpu::internal {

/// Whether the kernel says that it never preempts. Of T, so that only a use is
/// refused.
template <typename T>
#ifdef PERCPU_PREEMPT
inline constexpr bool kNothingPreempts = false;
#else
inline constexpr bool kNothingPreempts = true;
#endif

/// "Raw" functions need a pinned thread where the kernel preempts: migrated
/// half-way they act on another CPU's copy. A debug build with the setting
/// `preempt` panics where the thread may be preempted.
template <typename T, Type<T>* kStorage, Placement kPlacement>
class RawAccess {
 public:
  /// Returns the variable's link address.
  static uintptr_t symbol_vma() { return arch::symbol_vma<kStorage>(); }

  /// Returns the distance from an area's base to its copy, in bytes.
  static uintptr_t offset() { return symbol_vma() - arch::template_vma(); }

  /// Returns the address of the current CPU's copy, never null. It stays that
  /// CPU's when the thread migrates.
  [[gnu::always_inline]] static T* current_ptr_raw() {
    check_raw_access<kStorage>();
    return reinterpret_cast<T*>(arch::current_address<kStorage, kPlacement>());
  }

  /// Returns the same where nothing preempts. With the setting `preempt` it
  /// does not compile: current_ptr(pin) says that the thread stays.
  [[gnu::always_inline]] static T* current_ptr() {
    static_assert(kNothingPreempts<T>,
                  "percpu: the kernel preempts, so that the address may be "
                  "another CPU's by the time it is used; hold a guard and say "
                  "current_ptr(guard) or ref(guard), or current_ptr_raw()");
    return current_ptr_raw();
  }

  /// Returns the current CPU's copy, like current_ptr_raw().
  [[gnu::always_inline]] static T& current_ref_raw() {
    return *current_ptr_raw();
  }

  /// Returns the address of CPU `cpu`'s copy, for `cpu` below area_num(). A
  /// debug build panics where there is none. That CPU may be using it: the
  /// caller sees to atomicity and order.
  [[gnu::always_inline]] static T* remote_ptr(size_t cpu) {
    check_remote_access<kStorage>(cpu);
    return reinterpret_cast<T*>(
        arch::address_in<kStorage, kPlacement>(arch::register_table()[cpu]));
  }

  /// Returns CPU `cpu`'s copy, like remote_ptr().
  [[gnu::always_inline]] static T& remote_ref_raw(size_t cpu) {
    return *remote_ptr(cpu);
  }

  /// Returns the value.
  [[gnu::always_inline]] static Value<T> read_current_raw() {
    check_raw_access<kStorage>();
    return Values::read();
  }

  /// Stores `value`.
  [[gnu::always_inline]] static void write_current_raw(Value<T> value) {
    check_raw_access<kStorage>();
    Values::write(value);
  }

  /// Stores `desired` and returns what it replaces.
  [[gnu::always_inline]] static Value<T> exchange_current_raw(
      Value<T> desired) {
    check_raw_access<kStorage>();
    return Values::exchange(desired);
  }

  /// Stores `desired` and returns true where the value, compared as bits, is
  /// `expected`; else sets `expected` to the value and returns false.
  [[gnu::always_inline]] static bool compare_exchange_current_raw(
      Value<T>& expected, Value<T> desired) {
    check_raw_access<kStorage>();
    return Values::compare_exchange(expected, desired);
  }

  /// Adds `difference`, wrapping; to a pointer, that many elements.
  [[gnu::always_inline]] static void add_current_raw(Difference<T> difference) {
    check_raw_access<kStorage>();
    Values::add(difference);
  }

  /// Subtracts `difference`, as add_current_raw() adds.
  [[gnu::always_inline]] static void sub_current_raw(Difference<T> difference) {
    check_raw_access<kStorage>();
    Values::sub(difference);
  }

  /// Adds one, wrapping.
  [[gnu::always_inline]] static void increment_current_raw() {
    check_raw_access<kStorage>();
    Values::add(1);
  }

  /// Subtracts one, wrapping.
  [[gnu::always_inline]] static void decrement_current_raw() {
    check_raw_access<kStorage>();
    Values::sub(1);
  }

  /// Adds like add_current_raw() and returns the value before.
  [[gnu::always_inline]] static Value<T> fetch_add_current_raw(
      Difference<T> difference) {
    check_raw_access<kStorage>();
    return Values::fetch_add(difference);
  }

  /// Adds like add_current_raw() and returns the value after.
  [[gnu::always_inline]] static Value<T> add_return_current_raw(
      Difference<T> difference) {
    check_raw_access<kStorage>();
    return Values::add_return(difference);
  }

  /// Keeps the bits that are set in `mask`.
  [[gnu::always_inline]] static void and_current_raw(Value<T> mask) {
    check_raw_access<kStorage>();
    Values::bit_and(mask);
  }

  /// Sets the bits that are set in `mask`.
  [[gnu::always_inline]] static void or_current_raw(Value<T> mask) {
    check_raw_access<kStorage>();
    Values::bit_or(mask);
  }

  /// Flips the bits that are set in `mask`.
  [[gnu::always_inline]] static void xor_current_raw(Value<T> mask) {
    check_raw_access<kStorage>();
    Values::bit_xor(mask);
  }

 protected:
  constexpr RawAccess() = default;

 private:
  using Values = ValueAccess<T, kStorage, kPlacement>;
};

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_RAW_ACCESS_H_
