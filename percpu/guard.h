// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The guard that pins its CPU while it lives:
//
//   {
//     percpu::PreemptGuard guard;
//     ticks.add_current(guard, run_queue.ref(guard).length);
//   }
//
// With the setting `preempt` it calls the kernel, through the header
// percpu_guard.h of the target that `//percpu:guard` names:
//
//   namespace percpu_guard {
//   inline void disable_preemption() { ++current_thread()->preempt_count; }
//   inline void enable_preemption() { ... }
//   // Asked in a debug build alone: false in an interrupt handler, with
//   // interrupts off, after disable_preemption() and before there are threads.
//   inline bool is_preemptible() { ... }
//   }
//
// Calls nest, and come from interrupt handlers too. That target cannot depend
// on //percpu: the count stands with the thread or is the kernel's own. Without
// the setting the kernel says that nothing preempts it, and a guard is no code.
// interrupt_guard.h has the guard against interrupts.

#ifndef PERCPU_GUARD_H_
#define PERCPU_GUARD_H_

#include "percpu/internal/held_guard.h"
#include "percpu/pin.h"

#ifdef PERCPU_PREEMPT
#include "percpu_guard.h"
#endif

namespace percpu {

namespace internal {

/// The kernel's two functions, or nothing.
class PreemptionDisabled {
 protected:
#ifdef PERCPU_PREEMPT
  [[gnu::always_inline]] PreemptionDisabled() {
    percpu_guard::disable_preemption();
  }
  [[gnu::always_inline]] ~PreemptionDisabled() {
    percpu_guard::enable_preemption();
  }
#else
  [[gnu::always_inline]] PreemptionDisabled() {}
  [[gnu::always_inline]] ~PreemptionDisabled() {}
#endif
};

}  // namespace internal

/// Keeps the current thread on its CPU, unpreempted, while the guard lives.
/// Interrupts may still come. Costs what the kernel's two functions cost.
///
/// A Pin for the accessors. The order of the bases matters: the pin begins
/// after preemption is off, and ends before it is on again.
///
/// A debug build panics where guards do not nest, where one ends on another CPU
/// than it began on, and where the thread may be preempted in between.
class [[nodiscard]] PreemptGuard : private internal::PreemptionDisabled,
                                   private internal::HeldGuard,
                                   public Pin {
 public:
  [[gnu::always_inline]] PreemptGuard() : HeldGuard("PreemptGuard") {}
  [[gnu::always_inline]] ~PreemptGuard() {}
};

namespace internal {

template <bool kIsNeeded>
struct ValueGuardOf {
  using Type = PreemptGuard;
};
template <>
struct ValueGuardOf<false> {
  /// Not trivial, or the compiler calls an object of it unused.
  struct Type {
    [[gnu::always_inline]] Type() {}
    [[gnu::always_inline]] ~Type() {}
  };
};

/// What a value function holds: a guard, or nothing where it is safe without.
template <bool kIsNeeded>
using ValueGuard = ValueGuardOf<kIsNeeded>::Type;

}  // namespace internal

}  // namespace percpu

#endif  // PERCPU_GUARD_H_
