// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The four functions that compilers call of themselves, even freestanding
// (GCC manual, section "Language Standards"). C11, section 7.24.

#include <stddef.h>
#include <stdint.h>

namespace {

/// The bytes of a word, whatever type they have.
using Word [[gnu::may_alias]] = uint64_t;

/// True when both can be copied by words; unaligned accesses fault on some
/// machines.
bool are_word_aligned(const void* a, const void* b) {
  return ((reinterpret_cast<uintptr_t>(a) | reinterpret_cast<uintptr_t>(b)) %
          sizeof(Word)) == 0;
}

}  // namespace

extern "C" {

void* memcpy(void* __restrict to, const void* __restrict from, size_t size) {
  auto* out = static_cast<unsigned char*>(to);
  auto* in = static_cast<const unsigned char*>(from);
  if (are_word_aligned(out, in)) {
    for (; size >= sizeof(Word); size -= sizeof(Word)) {
      *reinterpret_cast<Word*>(out) = *reinterpret_cast<const Word*>(in);
      out += sizeof(Word);
      in += sizeof(Word);
    }
  }
  for (; size > 0; --size) *out++ = *in++;
  return to;
}

void* memmove(void* to, const void* from, size_t size) {
  auto* out = static_cast<unsigned char*>(to);
  auto* in = static_cast<const unsigned char*>(from);
  if (reinterpret_cast<uintptr_t>(out) < reinterpret_cast<uintptr_t>(in)) {
    for (size_t i = 0; i < size; ++i) out[i] = in[i];
  } else {
    for (size_t i = size; i > 0; --i) out[i - 1] = in[i - 1];
  }
  return to;
}

void* memset(void* to, int value, size_t size) {
  auto* out = static_cast<unsigned char*>(to);
  for (size_t i = 0; i < size; ++i) out[i] = static_cast<unsigned char>(value);
  return to;
}

int memcmp(const void* a, const void* b, size_t size) {
  auto* left = static_cast<const unsigned char*>(a);
  auto* right = static_cast<const unsigned char*>(b);
  for (size_t i = 0; i < size; ++i) {
    if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
  }
  return 0;
}

}  // extern "C"
