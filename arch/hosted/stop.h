// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The end of a process that cannot go on and gave no other way:
//
//   stop("percpu: call init() first", "init_percpu_reg()");

#ifndef PERCPU_ARCH_HOSTED_STOP_H_
#define PERCPU_ARCH_HOSTED_STOP_H_

#include <stdio.h>
#include <stdlib.h>

namespace percpu::arch {

/// Aborts, with the texts on standard error.
[[noreturn]] inline void stop(const char* message, const char* subject) {
  fprintf(stderr, "%s: %s\n", message, subject);
  abort();
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_STOP_H_
