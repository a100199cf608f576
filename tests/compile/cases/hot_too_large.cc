// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A variable that no hot part can hold.

#include "percpu/percpu.h"

struct Large {
#ifdef PERCPU_TESTS_FAIL
  char bytes[4097];
#else
  char bytes[4096];
#endif
};

DEF_PERCPU_HOT(Large, large, {});

char read() { return large.current_ptr()->bytes[0]; }
