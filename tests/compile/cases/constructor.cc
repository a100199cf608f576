// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A type whose constructor is code at run time.

#include "percpu/percpu.h"

struct Constructed {
#ifdef PERCPU_TESTS_FAIL
  Constructed() : value(*reinterpret_cast<volatile int*>(8)) {}
#else
  constexpr Constructed() : value(1) {}
#endif
  int value;
};

DEF_PERCPU(Constructed, constructed);
