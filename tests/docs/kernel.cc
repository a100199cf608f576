// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel that is linked with the scripts of docs/linker-scripts.md and never
// runs. linked_test.cc knows the names and values.

#include <stddef.h>

#include "percpu/percpu.h"

struct alignas(128) Aligned {
  uint64_t words[16];
};

DEF_PERCPU_HOT(uint64_t, hot_number, 0x1122'3344'5566'7788);
DEF_PERCPU(Aligned, aligned, {{1}});

uint64_t data = 1;
uint64_t zeroes[100];
[[gnu::section(".tables"), gnu::used]] uint64_t table = 2;

extern "C" void _start() {
  if (percpu::init().ok()) percpu::init_percpu_reg(0);
  hot_number.increment_current();
  ++aligned.current_ref_raw().words[0];
  aligned.reset_to_init();
  zeroes[data] = table;
}

// Volatile, or the compiler makes a call to memcpy of it.
extern "C" void* memcpy(void* to, const void* from, size_t size) {
  auto* target = static_cast<volatile unsigned char*>(to);
  for (size_t i = 0; i < size; ++i) {
    target[i] = static_cast<const unsigned char*>(from)[i];
  }
  return to;
}
