// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What a debug build checks, out of line. A release build has none of it:
// checks.h calls it, and guard.h records what a CPU holds.
//
//   check_pinned("run_queue");
//
// Each function panics with the address that it was called from, so all that
// lies between it and the kernel's code is always inlined.

#ifndef PERCPU_INTERNAL_DEBUG_H_
#define PERCPU_INTERNAL_DEBUG_H_

#ifdef PERCPU_DEBUG_CHECKS

#include <stddef.h>
#include <stdint.h>

namespace percpu::internal {

/// Panics unless the current CPU's register leads to an area. `variable` is
/// what the kernel is about to access.
[[gnu::noinline]] void check_register(const char* variable);

/// Panics like check_register(), and where the thread may be preempted.
[[gnu::noinline]] void check_pinned(const char* variable);

/// Panics like check_register(), and unless the current CPU is that of a pin
/// which found `register_value` when it began.
[[gnu::noinline]] void check_pin(uintptr_t register_value,
                                 const char* variable);

/// Panics where the thread may be preempted although it holds `guard`, or was
/// said not to be by it.
[[gnu::noinline]] void check_not_preemptible(const char* guard);

/// What a CPU holds: a guard, or a variable in with_current(). What began last
/// ends first. Nothing before the CPU has an area.
class Holding {
 public:
  /// Of the guard that the kernel knows as `guard`.
  [[gnu::noinline]] explicit Holding(const char* guard);
  /// Of `variable`, whose copy on this CPU is `size` bytes at `copy`. Panics
  /// where that is held already, in whole or in part.
  [[gnu::noinline]] Holding(const char* variable, const volatile void* copy,
                            size_t size);
  Holding(const Holding&) = delete;
  Holding& operator=(const Holding&) = delete;
  /// Panics on another CPU than the constructor's, and where something that
  /// began later is still held.
  [[gnu::noinline]] ~Holding();

 private:
  void begin();
  bool overlaps(const Holding& other) const;

  const char* subject_;
  uintptr_t start_;
  size_t size_;
  uintptr_t register_value_;
  Holding* outer_;
  bool is_recorded_;
};

}  // namespace percpu::internal

#endif  // PERCPU_DEBUG_CHECKS

#endif  // PERCPU_INTERNAL_DEBUG_H_
