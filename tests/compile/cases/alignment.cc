// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A type that is aligned to more than a page.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
struct alignas(8192) Aligned {
#else
struct alignas(4096) Aligned {
#endif
  int value;
};

DEF_PERCPU(Aligned, aligned, {});
