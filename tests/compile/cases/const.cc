// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A const type.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
using Number = const int;
#else
using Number = int;
#endif

DEF_PERCPU(Number, number, 1);
