// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A declaration that says plain where the definition says hot
// (mismatch_definition.cc).

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
DECLARE_PERCPU(int, number);
#else
DECLARE_PERCPU_HOT(int, number);
#endif

extern "C" void _start() { number.write_current(2); }

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
