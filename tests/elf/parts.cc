// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel with variables of every size in every part of an area, defined in an
// order that would need padding. It is linked and looked at, and never run.

#include <stdint.h>

#include "percpu/percpu.h"

struct Odd {
  uint8_t bytes[3];
};
struct Queue {
  uint64_t entries[9];
};

// A macro, because each part has the same variables.
#define VARIABLES(part, DEF)                                       \
  DEF(uint8_t, part##_byte, 1);                                    \
  DEF(uint64_t, part##_long, 2);                                   \
  DEF(Odd, part##_odd, {{3}});                                     \
  DEF(uint32_t, part##_word, 4);                                   \
  DEF(uint16_t, part##_half, 5);                                   \
  DEF(Queue, part##_queue, {{6}});                                 \
  extern "C" [[gnu::used, gnu::retain]] const void* use_##part() { \
    part##_byte.increment_current();                               \
    part##_long.increment_current();                               \
    part##_word.increment_current();                               \
    part##_half.increment_current();                               \
    part##_odd.current_ptr()->bytes[1] = 1;                        \
    return part##_queue.current_ptr();                             \
  }                                                                \
  static_assert(true)
VARIABLES(page, DEF_PERCPU_PAGE);
VARIABLES(read_mostly, DEF_PERCPU_READ_MOSTLY);
VARIABLES(cacheline, DEF_PERCPU_CACHELINE);
VARIABLES(plain, DEF_PERCPU);
VARIABLES(hot, DEF_PERCPU_HOT);

extern "C" void _start() {
  if (percpu::init().ok()) percpu::init_percpu_reg(0);
}
