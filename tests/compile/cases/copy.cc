// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A copy of the variable itself, which would be the same variable.

#include "percpu/percpu.h"

DEF_PERCPU(int, number, 1);

#ifdef PERCPU_TESTS_FAIL
const auto copied = number;
#else
const auto& named = number;
#endif

int read() { return number.read_current(); }
