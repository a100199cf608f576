// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: `%gs:offset`, where the
// offset is the variable's VMA as a sign-extended 32-bit displacement.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kPlain>(1);
//
// The linker checks the range (R_X86_64_32S, R_X86_64_32: x86-64 psABI,
// section 4.4.1). The hot form is the plain form: nothing is shorter.

#ifndef PERCPU_ARCH_X86_64_ACCESS_H_
#define PERCPU_ARCH_X86_64_ACCESS_H_

// Macros, because assembler text is put together from string literals.
#define PERCPU_GS(operand) "%%gs:%c[" #operand "]"
#define PERCPU_GS_LOAD_VMA "movl %[variable], %k[result]"

#include "percpu_arch/operations.h"

#endif  // PERCPU_ARCH_X86_64_ACCESS_H_
