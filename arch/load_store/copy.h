// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How init() fills an area:
//
//   copy(base, template_address(), template_size());

#ifndef PERCPU_ARCH_LOAD_STORE_COPY_H_
#define PERCPU_ARCH_LOAD_STORE_COPY_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// Copies `size` bytes; the two ranges do not overlap. Calls nothing. Eight
/// words at a time where both addresses are aligned to a word, as areas are.
inline void copy(uintptr_t to, uintptr_t from, size_t size) {
  using Word [[gnu::may_alias]] = uint64_t;
  using Byte [[gnu::may_alias]] = unsigned char;
  constexpr size_t kWords = 8;
  if ((to | from) % sizeof(Word) == 0) {
    for (; size >= kWords * sizeof(Word); size -= kWords * sizeof(Word)) {
      Word words[kWords];
      for (size_t i = 0; i < kWords; ++i) {
        words[i] = reinterpret_cast<const Word*>(from)[i];
      }
      // Or the compiler makes a call to memcpy of it.
      asm volatile("" : : : "memory");
      for (size_t i = 0; i < kWords; ++i) {
        reinterpret_cast<Word*>(to)[i] = words[i];
      }
      to += sizeof(words);
      from += sizeof(words);
    }
  }
  for (; size > 0; --size) {
    *reinterpret_cast<Byte*>(to++) = *reinterpret_cast<const Byte*>(from++);
    asm volatile("" : : : "memory");
  }
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_LOAD_STORE_COPY_H_
