// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A spin lock.
//
//   SpinLock lock;
//   lock.lock();
//   ...
//   lock.unlock();
//
// It is not fair, on purpose: a queue stands still while the host does not run
// the virtual CPU at its head.
// It does not turn interrupts off: with interrupts on, a handler that takes a
// lock its own CPU holds waits for ever.

#ifndef PERCPU_KERNEL_LOCK_H_
#define PERCPU_KERNEL_LOCK_H_

#include <stdint.h>

#include "kernel/arch.h"

namespace kernel {

class SpinLock {
 public:
  constexpr SpinLock() = default;
  SpinLock(const SpinLock&) = delete;
  SpinLock& operator=(const SpinLock&) = delete;

  /// Takes the lock if it is free. One atomic exchange.
  bool try_lock() {
    return __atomic_exchange_n(&held_, 1, __ATOMIC_ACQUIRE) == 0;
  }

  /// Waits for the lock. Waiters only read, so the line stays shared.
  void lock() {
    while (!try_lock()) {
      while (__atomic_load_n(&held_, __ATOMIC_RELAXED) != 0) arch::cpu_relax();
    }
  }

  void unlock() { __atomic_store_n(&held_, 0, __ATOMIC_RELEASE); }

 private:
  uint32_t held_ = 0;
};

}  // namespace kernel

#endif  // PERCPU_KERNEL_LOCK_H_
