// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// An array, which is no value.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
using Number = int[2];
#else
using Number = int;
#endif

DEF_PERCPU(Number, number, {});

void read() { static_cast<void>(number.read_current()); }
