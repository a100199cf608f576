// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Each accessor in a function of its own, named
// access_<operation>_<hot or plain>_<bits>, for access_test.cc to look at.

#include <stddef.h>
#include <stdint.h>

#include "percpu/percpu.h"

// A macro, because the functions' names are put together.
#define ACCESSES(part, bits, DEF)                                            \
  DEF(uint##bits##_t, part##_##bits, 1);                                     \
  extern "C" {                                                               \
  [[gnu::retain, gnu::used]] uint##bits##_t access_load_##part##_##bits() {  \
    return part##_##bits.read_current();                                     \
  }                                                                          \
  [[gnu::retain, gnu::used]] void access_store_##part##_##bits(              \
      uint##bits##_t value) {                                                \
    part##_##bits.write_current(value);                                      \
  }                                                                          \
  [[gnu::retain, gnu::used]] void access_add_##part##_##bits(                \
      uint##bits##_t value) {                                                \
    part##_##bits.add_current(value);                                        \
  }                                                                          \
  [[gnu::retain, gnu::used]] void access_increment_##part##_##bits() {       \
    part##_##bits.increment_current();                                       \
  }                                                                          \
  [[gnu::retain, gnu::used]] uint##bits##_t access_fetchadd_##part##_##bits( \
      uint##bits##_t value) {                                                \
    return part##_##bits.fetch_add_current(value);                           \
  }                                                                          \
  [[gnu::retain, gnu::used]] void access_or_##part##_##bits(                 \
      uint##bits##_t value) {                                                \
    part##_##bits.or_current(value);                                         \
  }                                                                          \
  [[gnu::retain, gnu::used]] uint##bits##_t access_exchange_##part##_##bits( \
      uint##bits##_t value) {                                                \
    return part##_##bits.exchange_current(value);                            \
  }                                                                          \
  [[gnu::retain, gnu::used]] bool access_compareexchange_##part##_##bits(    \
      uint##bits##_t value) {                                                \
    uint##bits##_t expected = 5;                                             \
    return part##_##bits.compare_exchange_current(expected, value);          \
  }                                                                          \
  [[gnu::retain, gnu::used]] void* access_pointer_##part##_##bits() {        \
    return part##_##bits.current_ptr();                                      \
  }                                                                          \
  [[gnu::retain, gnu::used]] bool vma_is_zero_##part##_##bits() {            \
    return part##_##bits.symbol_vma() == 0;                                  \
  }                                                                          \
  [[gnu::retain, gnu::used]] bool pointer_is_null_##part##_##bits() {        \
    return part##_##bits.current_ptr() == nullptr;                           \
  }                                                                          \
  }                                                                          \
  static_assert(true)

ACCESSES(hot, 8, DEF_PERCPU_HOT);
ACCESSES(hot, 16, DEF_PERCPU_HOT);
ACCESSES(hot, 32, DEF_PERCPU_HOT);
ACCESSES(hot, 64, DEF_PERCPU_HOT);
ACCESSES(plain, 8, DEF_PERCPU);
ACCESSES(plain, 16, DEF_PERCPU);
ACCESSES(plain, 32, DEF_PERCPU);
ACCESSES(plain, 64, DEF_PERCPU);

extern "C" void _start() {}

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
