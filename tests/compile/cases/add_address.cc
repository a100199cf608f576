// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Adding to a pointer that has no elements.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
using Address = void*;
#else
using Address = char*;
#endif

DEF_PERCPU(Address, address, nullptr);

void add() { address.increment_current(); }
