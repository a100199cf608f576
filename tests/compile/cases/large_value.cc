// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A value that no single load reads.

#include "percpu/percpu.h"

struct Large {
#ifdef PERCPU_TESTS_FAIL
  int words[3];
#else
  int words[2];
#endif
};

DEF_PERCPU(Large, large, {});

Large read() { return large.read_current(); }
