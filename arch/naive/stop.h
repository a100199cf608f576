// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The end of a CPU that cannot go on and whose kernel gave no other way:
//
//   stop("percpu: call init() first", "init_percpu_reg()");

#ifndef PERCPU_ARCH_NAIVE_STOP_H_
#define PERCPU_ARCH_NAIVE_STOP_H_

namespace percpu::arch {

/// Stops at a trap instruction: there is nowhere to write the texts to.
[[noreturn]] inline void stop(const char* message, const char* subject) {
  static_cast<void>(message);
  static_cast<void>(subject);
  __builtin_trap();
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_STOP_H_
