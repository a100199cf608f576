// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel with nothing wrong in it: what is wrong is in the linker script.

#include "percpu/percpu.h"

DEF_PERCPU(int, number, 1);
DEF_PERCPU_HOT(int, hot_number, 1);

int in_data = 2;
int in_bss;

extern "C" void _start() {
  if (percpu::init().ok()) percpu::init_percpu_reg(0);
  number.write_current(in_data);
  hot_number.write_current(in_bss);
  in_bss = 3;
}

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
