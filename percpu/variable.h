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
//   uint64_t total = 0;
//   for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu)
//     total += *ticks.remote_ptr(cpu);

#ifndef PERCPU_VARIABLE_H_
#define PERCPU_VARIABLE_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu/guard.h"
#include "percpu/internal/raw_access.h"
#include "percpu/internal/type.h"
#include "percpu_arch/layout.h"
#include "percpu_arch/placement.h"

namespace percpu {

/// A variable of type T with a copy for each CPU.
///
/// T is constant-initialised, trivially destructible and aligned to 4096 at
/// most. The value functions (read, write, exchange, add, ...) take trivially
/// copyable types of 1, 2, 4 or 8 bytes; other types are reached through
/// with_current() and the pointers.
///
/// Functions without `_raw` hold a PreemptGuard, so that the operation takes
/// place on one CPU and no thread of this CPU sees it half-done. Against
/// interrupts: reads and writes are single accesses everywhere. On x86_64 the
/// other value functions take effect in one instruction; elsewhere what an
/// interrupt handler does to the same variable in between may be lost. Against
/// other CPUs: nothing here is an atomic of theirs.
///
/// A debug build panics, naming the variable, where the current CPU has no
/// area: before init() or before its init_percpu_reg().
template <typename T, internal::Type<T>* kStorage, Placement kPlacement,
          const T* kInitial>
class Variable : public internal::RawAccess<T, kStorage, kPlacement> {
  using Raw = internal::RawAccess<T, kStorage, kPlacement>;
  using Value = internal::Value<T>;
  using Difference = internal::Difference<T>;

 public:
  constexpr Variable() = default;
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

  /// Returns the value of the current CPU's copy.
  static Value read_current() {
    PreemptGuard guard;
    return Raw::read_current_raw();
  }

  /// Stores `value` in the current CPU's copy.
  static void write_current(Value value) {
    PreemptGuard guard;
    Raw::write_current_raw(value);
  }

  /// Calls `function(T&)` with the current CPU's copy and returns what it
  /// returns. The reference ends with the call; other variables may be used
  /// in it.
  template <typename Function>
  static decltype(auto) with_current(Function&& function) {
    PreemptGuard guard;
    return static_cast<Function&&>(function)(*Raw::current_ptr());
  }

  /// Stores `desired` and returns what it replaces.
  static Value exchange_current(Value desired) {
    PreemptGuard guard;
    return Raw::exchange_current_raw(desired);
  }

  /// Stores `desired` and returns true where the value, compared as bits, is
  /// `expected`; else sets `expected` to the value and returns false.
  static bool compare_exchange_current(Value& expected, Value desired) {
    PreemptGuard guard;
    return Raw::compare_exchange_current_raw(expected, desired);
  }

  /// Adds `difference`, wrapping; to a pointer, that many elements.
  static void add_current(Difference difference) {
    PreemptGuard guard;
    Raw::add_current_raw(difference);
  }

  /// Subtracts `difference`, as add_current() adds.
  static void sub_current(Difference difference) {
    PreemptGuard guard;
    Raw::sub_current_raw(difference);
  }

  /// Adds one, wrapping.
  static void increment_current() {
    PreemptGuard guard;
    Raw::increment_current_raw();
  }

  /// Subtracts one, wrapping.
  static void decrement_current() {
    PreemptGuard guard;
    Raw::decrement_current_raw();
  }

  /// Adds like add_current() and returns the value before.
  static Value fetch_add_current(Difference difference) {
    PreemptGuard guard;
    return Raw::fetch_add_current_raw(difference);
  }

  /// Adds like add_current() and returns the value after.
  static Value add_return_current(Difference difference) {
    PreemptGuard guard;
    return Raw::add_return_current_raw(difference);
  }

  /// Keeps the bits that are set in `mask`.
  static void and_current(Value mask) {
    PreemptGuard guard;
    Raw::and_current_raw(mask);
  }

  /// Sets the bits that are set in `mask`.
  static void or_current(Value mask) {
    PreemptGuard guard;
    Raw::or_current_raw(mask);
  }

  /// Flips the bits that are set in `mask`.
  static void xor_current(Value mask) {
    PreemptGuard guard;
    Raw::xor_current_raw(mask);
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
    __builtin_memcpy(Raw::current_ptr(), initial, sizeof(T));
  }
};

}  // namespace percpu

#endif  // PERCPU_VARIABLE_H_
