// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// An interrupt guard, in a kernel that names no guard.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
#include "percpu/interrupt_guard.h"
#endif

DEF_PERCPU(int, number, 1);
