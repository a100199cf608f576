// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The definition for mismatch.cc.

#include "percpu/percpu.h"

DECLARE_PERCPU_HOT(int, number);
DEF_PERCPU_HOT(int, number, 1);
