// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Adding to a bool.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
using Number = bool;
#else
using Number = char;
#endif

DEF_PERCPU(Number, number, {});

void add() { number.increment_current(); }
