// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How init() fills an area:
//
//   copy(base, template_address(), template_size());

#ifndef PERCPU_ARCH_X86_64_COPY_H_
#define PERCPU_ARCH_X86_64_COPY_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// Copies `size` bytes; the two ranges do not overlap. Calls nothing: without
/// vector registers the processor's own loop is the fastest (Intel Optimization
/// Reference Manual, section "Memory Copy and Memory Set"; AMD APM volume 3,
/// MOVS). Words, because that is fast on processors without ERMS too.
inline void copy(uintptr_t to, uintptr_t from, size_t size) {
  size_t words = size / sizeof(uint64_t);
  size_t bytes = size % sizeof(uint64_t);
  asm volatile("rep movsq" : "+D"(to), "+S"(from), "+c"(words) : : "memory");
  asm volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(bytes) : : "memory");
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_X86_64_COPY_H_
