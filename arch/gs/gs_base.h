// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What GS_BASE holds, where an instruction with a %gs operand reads it:
//
//   "addq %%gs:percpu_gs_base(%%rip), %[address]"

#ifndef PERCPU_ARCH_GS_GS_BASE_H_
#define PERCPU_ARCH_GS_GS_BASE_H_

#include <stdint.h>

/// A per-CPU variable, because GS_BASE is slow to read. prepare_area() sets it.
extern "C" [[gnu::visibility("hidden")]] uintptr_t percpu_gs_base;

#endif  // PERCPU_ARCH_GS_GS_BASE_H_
