// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The guard that pins its CPU while it lives:
//
//   {
//     percpu::PreemptGuard guard;
//     ticks.write_current_raw(ticks.read_current_raw() + 1);
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

#ifdef PERCPU_PREEMPT
#include "percpu_guard.h"
#endif

namespace percpu {

/// Keeps the current thread on its CPU, unpreempted, while the guard lives.
/// Interrupts may still come. Costs what the kernel's two functions cost.
class [[nodiscard]] PreemptGuard {
 public:
#ifdef PERCPU_PREEMPT
  // The compiler may move a plain access over the kernel's plain counter.
  PreemptGuard() {
    percpu_guard::disable_preemption();
    asm volatile("" : : : "memory");
  }
  ~PreemptGuard() {
    asm volatile("" : : : "memory");
    percpu_guard::enable_preemption();
  }
#else
  PreemptGuard() {}
  ~PreemptGuard() {}
#endif
  PreemptGuard(const PreemptGuard&) = delete;
  PreemptGuard& operator=(const PreemptGuard&) = delete;
};

}  // namespace percpu

#endif  // PERCPU_GUARD_H_
