// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Adding to a struct.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
struct Number {
  int value;
};
#else
using Number = int;
#endif

DEF_PERCPU(Number, number, {});

void add() { number.add_current(Number{1}); }
