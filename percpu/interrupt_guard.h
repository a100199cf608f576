// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The guard that keeps interrupts off its CPU while it lives, where a handler
// uses what the code under the guard uses:
//
//   {
//     percpu::InterruptGuard guard;
//     run_queue.ref(guard).push(thread);
//   }
//
// It calls the kernel, through the header percpu_guard.h of the target that
// `//percpu:guard` names, with the setting `preempt` and without it:
//
//   namespace percpu_guard {
//   // Returns what the second function takes: whether they were on.
//   inline bool disable_interrupts() { ... }
//   inline void restore_interrupts(bool were_on) { ... }
//   }
//
// percpu.h does not include this header: a kernel that has no such functions
// does without.

#ifndef PERCPU_INTERRUPT_GUARD_H_
#define PERCPU_INTERRUPT_GUARD_H_

#include "percpu/internal/held_guard.h"
#include "percpu/pin.h"

#ifdef PERCPU_NO_GUARD
#error \
    "percpu: InterruptGuard calls the kernel's percpu_guard.h; name its target with --@percpu//percpu:guard"
#endif

#include "percpu_guard.h"

namespace percpu {

namespace internal {

/// What disable_interrupts() returned, until it is restored.
class InterruptsDisabled {
 protected:
  [[gnu::always_inline]] InterruptsDisabled()
      : state_(percpu_guard::disable_interrupts()) {}
  [[gnu::always_inline]] ~InterruptsDisabled() {
    percpu_guard::restore_interrupts(state_);
  }

 private:
  decltype(percpu_guard::disable_interrupts()) state_;
};

}  // namespace internal

/// Keeps interrupts off this CPU while the guard lives, so that the thread
/// stays there too. Guards nest: the inner one leaves interrupts off, and the
/// outer one restores what it found. Costs what the kernel's two functions
/// cost.
///
/// A Pin for the accessors, with the order of the bases as in PreemptGuard and
/// the same panics in a debug build.
class [[nodiscard]] InterruptGuard : private internal::InterruptsDisabled,
                                     private internal::HeldGuard,
                                     public Pin {
 public:
  [[gnu::always_inline]] InterruptGuard() : HeldGuard("InterruptGuard") {}
  [[gnu::always_inline]] ~InterruptGuard() {}
};

}  // namespace percpu

#endif  // PERCPU_INTERRUPT_GUARD_H_
