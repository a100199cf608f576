// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A variable that is declared and never defined.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
DECLARE_PERCPU(int, number);
#else
DEF_PERCPU(int, number, 1);
#endif

extern "C" void _start() { number.write_current(2); }

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
