// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A pin: the proof, for the compiler and for the reader, that the current
// thread stays on its CPU while the pin lives. A guard is one:
//
//   percpu::PreemptGuard pin;              // guard.h
//   RunQueue& queue = run_queue.ref(pin);  // finds the area once
//   ++queue.length;
//   ticks.increment_current(pin);          // for the compiler to merge
//
// Where the thread cannot move anyway, in an interrupt handler or early at
// start, a pin is assumed:
//
//   percpu::AssumedPin pin;

#ifndef PERCPU_PIN_H_
#define PERCPU_PIN_H_

#include <stdint.h>

#ifdef PERCPU_DEBUG_CHECKS
#include "percpu/internal/debug.h"
#include "percpu_arch/register.h"
#endif

namespace percpu {

namespace internal {
class PinToken;
}

/// The base of what pins. What is computed under a pin, a base, an address or a
/// value, is computed anew under the next one. Costs no instruction.
///
/// A debug build panics where a variable is accessed on another CPU than that
/// on which the pin began.
class Pin {
 public:
  Pin(const Pin&) = delete;
  Pin& operator=(const Pin&) = delete;

 protected:
  // What the compiler knows of memory, and of any other pin, ends here.
  [[gnu::always_inline]] Pin() { asm volatile("" : "=r"(token_) : : "memory"); }
  [[gnu::always_inline]] ~Pin() { asm volatile("" : : : "memory"); }

 private:
  friend class internal::PinToken;

#ifdef PERCPU_DEBUG_CHECKS
  const uintptr_t register_value_ = arch::read_register();
#endif

  /// A number that the compiler knows nothing about, except that accesses
  /// depend on it.
  uintptr_t token_;
};

/// The caller's word that the thread stays on its CPU while this lives: with
/// interrupts or preemption off, or in a handler. Only a debug build with the
/// setting `preempt` checks it, where the pin begins.
class [[nodiscard]] AssumedPin : public Pin {
 public:
  [[gnu::always_inline]] AssumedPin() {
#ifdef PERCPU_DEBUG_CHECKS
    internal::check_not_preemptible("AssumedPin");
#endif
  }
  [[gnu::always_inline]] ~AssumedPin() {}
};

namespace internal {

/// Lets the accessors see a pin's token, and a debug build where it began.
class PinToken {
 public:
#ifdef PERCPU_DEBUG_CHECKS
  [[gnu::always_inline]] static uintptr_t register_value_of(const Pin& pin) {
    return pin.register_value_;
  }
#endif
  [[gnu::always_inline]] static uintptr_t of(const Pin& pin) {
    return pin.token_;
  }
};

}  // namespace internal

}  // namespace percpu

#endif  // PERCPU_PIN_H_
