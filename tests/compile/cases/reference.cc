// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A reference.

#include "percpu/percpu.h"

int target;

#ifdef PERCPU_TESTS_FAIL
DEF_PERCPU(int&, number, target);
#else
DEF_PERCPU(int*, number, &target);
#endif
