// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A per-CPU variable, as DEF_PERCPU() and DECLARE_PERCPU() of define.h make
// it: an empty object whose functions reach the current CPU's copy or another
// CPU's.
//
//   DEF_PERCPU(uint64_t, ticks, 0);
//   DEF_PERCPU(RunQueue, run_queue, {});
//
//   ticks.increment_current();
//   run_queue.with_current([](RunQueue& queue) { ++queue.length; });
//   run_queue.member<&RunQueue::length>().increment_current();
//   uint64_t total = 0;
//   for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu)
//     total += *ticks.remote_ptr(cpu);
//
//   percpu::PreemptGuard pin;
//   ticks.add_current(pin, run_queue.ref(pin).length);

#ifndef PERCPU_VARIABLE_H_
#define PERCPU_VARIABLE_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu/area.h"
#include "percpu/guard.h"
#include "percpu/internal/pinned_access.h"
#include "percpu/internal/raw_access.h"
#include "percpu/internal/type.h"
#include "percpu/pin.h"
#include "percpu_arch/layout.h"
#include "percpu_arch/placement.h"
#include "percpu_arch/restart.h"

namespace percpu {

/// A variable of type T with a copy for each CPU.
///
/// T is constant-initialised, trivially destructible and aligned to 4096 at
/// most. The value functions (read, write, exchange, add, ...) take trivially
/// copyable types of 1, 2, 4 or 8 bytes; other types are reached through
/// with_current(), ref(), member() and the pointers.
///
/// Functions without `_raw` and without a pin take place on one CPU, and no
/// thread of this CPU sees them half-done. On x86_64 the value functions take
/// effect in one instruction. Elsewhere they hold a PreemptGuard, or, with the
/// setting `restart`, start anew when interrupted (restart.h). Against
/// interrupts: reads and writes are single accesses everywhere, and so are the
/// other value functions on x86_64 and with `restart`; else what an interrupt
/// handler does to the same variable in between may be lost. Against other
/// CPUs: nothing here is an atomic of theirs. Each call is an access of its
/// own.
///
/// Functions that are given a pin do the same under the pin that the caller
/// holds, for the compiler to see: it reads the base once, keeps values in
/// registers and makes one access of several. So what an interrupt handler
/// changes meanwhile may go unseen, and what it changes in the middle of an
/// operation other than read and write may be lost, on x86_64 too.
///
/// A debug build panics, naming the variable, where the current CPU has no
/// area: before init() or before its init_percpu_reg().
template <typename T, internal::Type<T>* kStorage, Placement kPlacement,
          const T* kInitial>
class Variable : public internal::RawAccess<T, kStorage, kPlacement> {
  using Raw = internal::RawAccess<T, kStorage, kPlacement>;
  using Pinned = internal::PinnedAccess<T, kStorage, kPlacement>;
  using Value = internal::Value<T>;
  using Difference = internal::Difference<T>;
  using ValueGuard = internal::ValueGuard<arch::kValueNeedsGuard>;

 public:
  constexpr Variable() = default;
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

  /// Returns the current CPU's copy, which is this CPU's own while `pin` lives.
  [[gnu::always_inline]] static T& ref(const Pin& pin
                                       [[clang::lifetimebound]]) {
    return *Pinned::ptr(pin);
  }

  /// Returns the variable that `kMember` is of each copy, with all functions of
  /// a variable: run_queue.member<&RunQueue::length>().read_current(). An
  /// access to it costs what one to a variable costs: the offset is added at
  /// link time.
  template <auto kMember>
  static constexpr auto member() {
    using Member = __remove_reference_t(decltype(kStorage->*kMember));
    constexpr const Member* kMemberInitial =
        kInitial == nullptr ? nullptr : &(kInitial->*kMember);
    return Variable<Member, &(kStorage->*kMember), kPlacement,
                    kMemberInitial>();
  }

  /// Calls `function(T&)` with the current CPU's copy and returns what it
  /// returns. The reference ends with the call; other variables may be used
  /// in it.
  template <typename Function>
  static decltype(auto) with_current(Function&& function) {
    PreemptGuard guard;
    return static_cast<Function&&>(function)(*Pinned::ptr(guard));
  }

  /// Returns the value of the current CPU's copy.
  static Value read_current() {
    ValueGuard guard;
    return Raw::read_current_raw();
  }
  static Value read_current(const Pin& pin) { return Pinned::read(pin); }

  /// Stores `value` in the current CPU's copy.
  static void write_current(Value value) {
    ValueGuard guard;
    Raw::write_current_raw(value);
  }
  static void write_current(const Pin& pin, Value value) {
    Pinned::write(pin, value);
  }

  /// Stores `desired` and returns what it replaces.
  static Value exchange_current(Value desired) {
    ValueGuard guard;
    return Raw::exchange_current_raw(desired);
  }
  static Value exchange_current(const Pin& pin, Value desired) {
    return Pinned::exchange(pin, desired);
  }

  /// Stores `desired` and returns true where the value, compared as bits, is
  /// `expected`; else sets `expected` to the value and returns false.
  static bool compare_exchange_current(Value& expected, Value desired) {
    ValueGuard guard;
    return Raw::compare_exchange_current_raw(expected, desired);
  }
  static bool compare_exchange_current(const Pin& pin, Value& expected,
                                       Value desired) {
    return Pinned::compare_exchange(pin, expected, desired);
  }

  /// Adds `difference`, wrapping; to a pointer, that many elements.
  static void add_current(Difference difference) {
    ValueGuard guard;
    Raw::add_current_raw(difference);
  }
  static void add_current(const Pin& pin, Difference difference) {
    Pinned::add(pin, difference);
  }

  /// Subtracts `difference`, as add_current() adds.
  static void sub_current(Difference difference) {
    ValueGuard guard;
    Raw::sub_current_raw(difference);
  }
  static void sub_current(const Pin& pin, Difference difference) {
    Pinned::sub(pin, difference);
  }

  /// Adds one, wrapping.
  static void increment_current() {
    ValueGuard guard;
    Raw::increment_current_raw();
  }
  static void increment_current(const Pin& pin) { Pinned::add(pin, 1); }

  /// Subtracts one, wrapping.
  static void decrement_current() {
    ValueGuard guard;
    Raw::decrement_current_raw();
  }
  static void decrement_current(const Pin& pin) { Pinned::sub(pin, 1); }

  /// Adds like add_current() and returns the value before.
  static Value fetch_add_current(Difference difference) {
    ValueGuard guard;
    return Raw::fetch_add_current_raw(difference);
  }
  static Value fetch_add_current(const Pin& pin, Difference difference) {
    return Pinned::fetch_add(pin, difference);
  }

  /// Adds like add_current() and returns the value after.
  static Value add_return_current(Difference difference) {
    ValueGuard guard;
    return Raw::add_return_current_raw(difference);
  }
  static Value add_return_current(const Pin& pin, Difference difference) {
    return Pinned::add(pin, difference);
  }

  /// Keeps the bits that are set in `mask`.
  static void and_current(Value mask) {
    ValueGuard guard;
    Raw::and_current_raw(mask);
  }
  static void and_current(const Pin& pin, Value mask) {
    Pinned::bit_and(pin, mask);
  }

  /// Sets the bits that are set in `mask`.
  static void or_current(Value mask) {
    ValueGuard guard;
    Raw::or_current_raw(mask);
  }
  static void or_current(const Pin& pin, Value mask) {
    Pinned::bit_or(pin, mask);
  }

  /// Flips the bits that are set in `mask`.
  static void xor_current(Value mask) {
    ValueGuard guard;
    Raw::xor_current_raw(mask);
  }
  static void xor_current(const Pin& pin, Value mask) {
    Pinned::bit_xor(pin, mask);
  }

  /// Gives the current CPU's copy its initial value again. A kernel that uses
  /// this keeps one more copy of the template.
  static void reset_to_init() {
    PreemptGuard guard;
    const void* initial = kInitial;
    if constexpr (kInitial == nullptr) {
      initial = reinterpret_cast<const void*>(
          arch::initial_values(area_base(0)) + Raw::offset());
    }
    __builtin_memcpy(Pinned::ptr(guard), initial, sizeof(T));
  }
};

}  // namespace percpu

#endif  // PERCPU_VARIABLE_H_
