// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The tests' preemption guard, which counts instead of pinning: guard_log.h
// tells what it saw.
//
//   percpu_guard::disable_preemption();
//   ...
//   percpu_guard::enable_preemption();

#ifndef PERCPU_TESTS_KERNEL_GUARD_PERCPU_GUARD_H_
#define PERCPU_TESTS_KERNEL_GUARD_PERCPU_GUARD_H_

namespace percpu_guard {

void disable_preemption();
void enable_preemption();
/// Nothing preempts the tests that it counts for.
inline bool is_preemptible() { return false; }

}  // namespace percpu_guard

#endif  // PERCPU_TESTS_KERNEL_GUARD_PERCPU_GUARD_H_
