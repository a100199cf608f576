// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current thread's copy of a variable in a Linux process on
// x86_64: `%gs:symbol(%rip)`. GS_BASE holds the distance from the template to
// the area, so that the same symbol names the variable in every area, wherever
// the process was loaded.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kPlain>(1);

#ifndef PERCPU_ARCH_HOSTED_GS_ACCESS_H_
#define PERCPU_ARCH_HOSTED_GS_ACCESS_H_

// Macros, because assembler text is put together from string literals.
#define PERCPU_GS(operand) "%%gs:%c[" #operand "](%%rip)"
#define PERCPU_GS_REACHES_SYMBOLS true
#define PERCPU_GS_LOAD_VMA "leaq %c[variable](%%rip), %[result]"
#define PERCPU_GS_ADDRESS \
  "leaq %c[variable](%%rip), %[result]\n\taddq %[base], %[result]"

#include "percpu_arch/operations.h"

#endif  // PERCPU_ARCH_HOSTED_GS_ACCESS_H_
