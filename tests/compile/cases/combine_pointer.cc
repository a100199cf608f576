// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The bits of a pointer.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
using Number = int*;
#else
using Number = int;
#endif

DEF_PERCPU(Number, number, {});

void combine() { number.and_current(Number{}); }
