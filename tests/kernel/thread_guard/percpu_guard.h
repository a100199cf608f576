// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The guards of kernel/thread.h's threads, for --@percpu//percpu:guard.

#ifndef PERCPU_TESTS_KERNEL_THREAD_GUARD_PERCPU_GUARD_H_
#define PERCPU_TESTS_KERNEL_THREAD_GUARD_PERCPU_GUARD_H_

#include "kernel/thread.h"

namespace percpu_guard {

inline void disable_preemption() { kernel::disable_preemption(); }
inline void enable_preemption() { kernel::enable_preemption(); }
inline bool is_preemptible() { return kernel::is_preemptible(); }

inline bool disable_interrupts() { return kernel::disable_interrupts(); }
inline void restore_interrupts(bool were_on) {
  kernel::restore_interrupts(were_on);
}

}  // namespace percpu_guard

#endif  // PERCPU_TESTS_KERNEL_THREAD_GUARD_PERCPU_GUARD_H_
