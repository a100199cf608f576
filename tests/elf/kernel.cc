// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel that is linked and looked at, and never run. The build defines
//
//   PERCPU_TESTS_ALIGNMENT  the alignment of a variable, in bytes
//   PERCPU_TESTS_RESET      whether reset_to_init() is used
//   PERCPU_TESTS_PLAIN      a kernel without per-CPU variables

#include <stddef.h>
#include <stdint.h>

#ifndef PERCPU_TESTS_PLAIN
#include "percpu/percpu.h"

// layout_test.cc knows the names and the values.
struct alignas(PERCPU_TESTS_ALIGNMENT) Aligned {
  uint8_t bytes[PERCPU_TESTS_ALIGNMENT];
};
using Bytes = uint8_t[3];

DEF_PERCPU(uint32_t, plain_number, 0xcafe'f00d);
DEF_PERCPU(Bytes, odd_bytes, {1, 2, 3});
DEF_PERCPU(Aligned, aligned, {{0xa1, 0xa2}});
DEF_PERCPU(uint64_t, zero_number, 0);
DEF_PERCPU_HOT(uint64_t, hot_number, 0x1122'3344'5566'7788);

static void use_variables() {
  if (percpu::init().ok()) percpu::init_percpu_reg(0);
  plain_number.increment_current();
  ++odd_bytes.current_ref_raw()[1];
  ++aligned.current_ptr()->bytes[0];
  zero_number.write_current(hot_number.read_current());
#ifdef PERCPU_TESTS_RESET
  plain_number.reset_to_init();
#endif
}
#else
static void use_variables() {}
#endif

const char* volatile text = "constant";
uint64_t data = 1;
uint64_t zeroes[100];
[[gnu::section(".after_bss")]] uint64_t after_bss = 2;

extern "C" void _start() {
  use_variables();
  zeroes[data] = text[0] + after_bss;
}

// Volatile, or the compiler makes a call to memcpy of it.
extern "C" void* memcpy(void* to, const void* from, size_t size) {
  auto* target = static_cast<volatile uint8_t*>(to);
  for (size_t i = 0; i < size; ++i) {
    target[i] = static_cast<const uint8_t*>(from)[i];
  }
  return to;
}
