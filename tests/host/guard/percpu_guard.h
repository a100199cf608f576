// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A guard that counts, for guard_test and debug_test.

#ifndef PERCPU_TESTS_HOST_GUARD_PERCPU_GUARD_H_
#define PERCPU_TESTS_HOST_GUARD_PERCPU_GUARD_H_

namespace percpu_guard {

/// How deep the thread is in guards, and how many there were.
inline thread_local int depth = 0;
inline thread_local int total = 0;

inline void disable_preemption() {
  ++depth;
  ++total;
}
inline void enable_preemption() { --depth; }

/// Whether the thread says of itself that it may be preempted. Nothing does.
inline thread_local bool says_preemptible = false;
inline bool is_preemptible() { return says_preemptible && depth == 0; }

inline bool disable_interrupts() { return depth++ == 0; }
inline void restore_interrupts(bool) { --depth; }

}  // namespace percpu_guard

#endif  // PERCPU_TESTS_HOST_GUARD_PERCPU_GUARD_H_
