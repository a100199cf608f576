// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// An initial value that only a call at run time gives.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
int compute();
#else
constexpr int compute() { return 7; }
#endif

DEF_PERCPU(int, number, compute());
