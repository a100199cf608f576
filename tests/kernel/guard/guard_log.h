// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the guard saw on the current CPU.
//
//   const unsigned before = guard_log::current().taken;
//   ticks.increment_current();
//   EXPECT_EQ(guard_log::current().taken, before + 1);

#ifndef PERCPU_TESTS_KERNEL_GUARD_GUARD_LOG_H_
#define PERCPU_TESTS_KERNEL_GUARD_GUARD_LOG_H_

#include <stdint.h>

namespace guard_log {

struct Log {
  /// How often the guard was taken.
  unsigned taken;
  /// How many guards are held.
  unsigned depth;
  /// Called when a guard has been taken and before one is given back, unless
  /// null; guards that it takes itself do not count.
  uint64_t (*probe)();
  /// What the probe returned the last time.
  uint64_t seen_on_take;
  uint64_t seen_on_release;
  bool is_probing;
};

/// Returns the current CPU's log.
Log& current();

}  // namespace guard_log

#endif  // PERCPU_TESTS_KERNEL_GUARD_GUARD_LOG_H_
