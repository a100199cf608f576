// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What every guard is in a debug build: something that its CPU holds, and that
// ends before what was held earlier. Without PERCPU_DEBUG_CHECKS it is no code.
//
//   class PreemptGuard : private internal::HeldGuard, public Pin { ... };

#ifndef PERCPU_INTERNAL_HELD_GUARD_H_
#define PERCPU_INTERNAL_HELD_GUARD_H_

#include "percpu/internal/debug.h"

namespace percpu::internal {

class HeldGuard {
 protected:
#ifdef PERCPU_DEBUG_CHECKS
  /// `name` lives forever.
  [[gnu::always_inline]] explicit HeldGuard(const char* name)
      : name_(name), holding_(name) {
    check_not_preemptible(name);
  }
  [[gnu::always_inline]] ~HeldGuard() { check_not_preemptible(name_); }

 private:
  const char* name_;
  Holding holding_;
#else
  [[gnu::always_inline]] explicit HeldGuard(const char*) {}
  [[gnu::always_inline]] ~HeldGuard() {}
#endif
};

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_HELD_GUARD_H_
