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
//   }
//
// Calls nest, and come from interrupt handlers too. That target cannot depend
// on //percpu: the count stands with the thread or is the kernel's own. Without
// the setting the kernel says that nothing preempts it, and a guard is no code.

#ifndef PERCPU_GUARD_H_
#define PERCPU_GUARD_H_

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
  PreemptionDisabled() { percpu_guard::disable_preemption(); }
  ~PreemptionDisabled() { percpu_guard::enable_preemption(); }
#else
  PreemptionDisabled() {}
  ~PreemptionDisabled() {}
#endif
};

}  // namespace internal

/// Keeps the current thread on its CPU, unpreempted, while the guard lives.
/// Interrupts may still come. Costs what the kernel's two functions cost.
///
/// A Pin for the accessors. The order of the bases matters: the pin begins
/// after preemption is off, and ends before it is on again.
class [[nodiscard]] PreemptGuard : private internal::PreemptionDisabled,
                                   public Pin {
 public:
  PreemptGuard() {}
  ~PreemptGuard() {}
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
    Type() {}
    ~Type() {}
  };
};

/// What a value function holds: a guard, or nothing where it is safe without.
template <bool kIsNeeded>
using ValueGuard = typename ValueGuardOf<kIsNeeded>::Type;

}  // namespace internal

}  // namespace percpu

#endif  // PERCPU_GUARD_H_
