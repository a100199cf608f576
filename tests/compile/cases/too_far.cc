// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A plain variable that stands too far for one instruction's offset.

#include "percpu/percpu.h"

// Of one alignment, so that the linker keeps their order.
struct alignas(uint64_t) Far {
#ifdef PERCPU_TESTS_FAIL
  char bytes[0x10000];
#else
  char bytes[0x8000];
#endif
};
DEF_PERCPU(Far, in_between, {});
DEF_PERCPU(uint64_t, far_number, 1);

extern "C" void _start() {
  in_between.current_ptr()->bytes[0] = 1;
  far_number.write_current(2);
}

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
