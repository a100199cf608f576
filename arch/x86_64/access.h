// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current CPU's copy of a variable: `%gs:offset`, where the
// offset is the variable's VMA.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//   add<uint64_t, &storage, Placement::kPlain>(1);
//
// The hot form is the plain form: nothing is shorter. The linker checks the
// range of both relocations (x86-64 psABI, section 4.4.1):
//   R_X86_64_PC32  an offset from %rip, in 8 bytes for most instructions. It
//                  reaches VMA 0 from the lowest and the highest 2 GiB, where
//                  the small and the kernel code model put code (section 3.5.1)
//   R_X86_64_32S   the offset itself, in 9 bytes, from a kernel that is
//                  compiled to be linked anywhere

#ifndef PERCPU_ARCH_X86_64_ACCESS_H_
#define PERCPU_ARCH_X86_64_ACCESS_H_

// Macros, because assembler text is put together from string literals.
#if !defined(__PIC__) && \
    (defined(__code_model_small__) || defined(__code_model_kernel__))
#define PERCPU_GS(operand) "%%gs:%c[" #operand "](%%rip)"
#define PERCPU_GS_REACHES_SYMBOLS true
#else
#define PERCPU_GS(operand) "%%gs:%c[" #operand "]"
#define PERCPU_GS_REACHES_SYMBOLS false
#endif
#define PERCPU_GS_LOAD_VMA "movl %[variable], %k[result]"
#define PERCPU_GS_ADDRESS "leaq %c[variable](%[base]), %[result]"

#include "percpu_arch/operations.h"

#endif  // PERCPU_ARCH_X86_64_ACCESS_H_
