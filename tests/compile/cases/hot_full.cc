// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// More hot variables than the shortest access reaches.

#include "percpu/percpu.h"

struct Half {
#ifdef PERCPU_TESTS_FAIL
  char bytes[2080];
#else
  char bytes[512];
#endif
};
DEF_PERCPU_HOT(Half, first, {});
DEF_PERCPU_HOT(Half, second, {});

extern "C" void _start() {
  first.current_ptr()->bytes[0] = 1;
  second.current_ptr()->bytes[0] = 1;
}

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
