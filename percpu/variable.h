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
#include "percpu/internal/value_access.h"
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
/// A debug build panics, naming the variable and the call site, where the
/// current CPU has no area: before init() or before its init_percpu_reg().
template <typename T, internal::Type<T>* kStorage, Placement kPlacement,
          const T* kInitial>
class Variable : public internal::RawAccess<T, kStorage, kPlacement> {
  using Raw = internal::RawAccess<T, kStorage, kPlacement>;
  using Values = internal::ValueAccess<T, kStorage, kPlacement>;
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

  using Raw::current_ptr;

  /// Returns its address, under the same condition.
  [[gnu::always_inline]] static T* current_ptr(const Pin& pin
                                               [[clang::lifetimebound]]) {
    return Pinned::ptr(pin);
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
  /// returns. The reference ends with the call. Other variables may be used in
  /// it; the same one panics in a debug build, also from an interrupt handler.
  template <typename Function>
  [[gnu::always_inline]] static decltype(auto) with_current(
      Function&& function) {
    PreemptGuard guard;
    T* const copy = Pinned::ptr(guard);
    internal::Held<kStorage> held(copy, sizeof(T));
    return static_cast<Function&&>(function)(*copy);
  }

  /// Returns the value of the current CPU's copy.
  [[gnu::always_inline]] static Value read_current() {
    ValueGuard guard;
    return Values::read();
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static Value read_current(const Pin& pin) {
    return Pinned::read(pin);
  }

  /// Stores `value` in the current CPU's copy.
  [[gnu::always_inline]] static void write_current(Value value) {
    ValueGuard guard;
    Values::write(value);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void write_current(const Pin& pin,
                                                   Value value) {
    Pinned::write(pin, value);
  }

  /// Stores `desired` and returns what it replaces.
  [[gnu::always_inline]] static Value exchange_current(Value desired) {
    ValueGuard guard;
    return Values::exchange(desired);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static Value exchange_current(const Pin& pin,
                                                       Value desired) {
    return Pinned::exchange(pin, desired);
  }

  /// Stores `desired` and returns true where the value, compared as bits, is
  /// `expected`; else sets `expected` to the value and returns false.
  [[gnu::always_inline]] static bool compare_exchange_current(Value& expected,
                                                              Value desired) {
    ValueGuard guard;
    return Values::compare_exchange(expected, desired);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static bool compare_exchange_current(const Pin& pin,
                                                              Value& expected,
                                                              Value desired) {
    return Pinned::compare_exchange(pin, expected, desired);
  }

  /// Adds `difference`, wrapping; to a pointer, that many elements.
  [[gnu::always_inline]] static void add_current(Difference difference) {
    ValueGuard guard;
    Values::add(difference);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void add_current(const Pin& pin,
                                                 Difference difference) {
    Pinned::add(pin, difference);
  }

  /// Subtracts `difference`, as add_current() adds.
  [[gnu::always_inline]] static void sub_current(Difference difference) {
    ValueGuard guard;
    Values::sub(difference);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void sub_current(const Pin& pin,
                                                 Difference difference) {
    Pinned::sub(pin, difference);
  }

  /// Adds one, wrapping.
  [[gnu::always_inline]] static void increment_current() {
    ValueGuard guard;
    Values::add(1);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void increment_current(const Pin& pin) {
    Pinned::add(pin, 1);
  }

  /// Subtracts one, wrapping.
  [[gnu::always_inline]] static void decrement_current() {
    ValueGuard guard;
    Values::sub(1);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void decrement_current(const Pin& pin) {
    Pinned::sub(pin, 1);
  }

  /// Adds like add_current() and returns the value before.
  [[gnu::always_inline]] static Value fetch_add_current(Difference difference) {
    ValueGuard guard;
    return Values::fetch_add(difference);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static Value fetch_add_current(const Pin& pin,
                                                        Difference difference) {
    return Pinned::fetch_add(pin, difference);
  }

  /// Adds like add_current() and returns the value after.
  [[gnu::always_inline]] static Value add_return_current(
      Difference difference) {
    ValueGuard guard;
    return Values::add_return(difference);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static Value add_return_current(
      const Pin& pin, Difference difference) {
    return Pinned::add(pin, difference);
  }

  /// Keeps the bits that are set in `mask`.
  [[gnu::always_inline]] static void and_current(Value mask) {
    ValueGuard guard;
    Values::bit_and(mask);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void and_current(const Pin& pin, Value mask) {
    Pinned::bit_and(pin, mask);
  }

  /// Sets the bits that are set in `mask`.
  [[gnu::always_inline]] static void or_current(Value mask) {
    ValueGuard guard;
    Values::bit_or(mask);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void or_current(const Pin& pin, Value mask) {
    Pinned::bit_or(pin, mask);
  }

  /// Flips the bits that are set in `mask`.
  [[gnu::always_inline]] static void xor_current(Value mask) {
    ValueGuard guard;
    Values::bit_xor(mask);
  }
  /// The same, under `pin`.
  [[gnu::always_inline]] static void xor_current(const Pin& pin, Value mask) {
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
