// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu_arch/gs_base.h"

#include "percpu_arch/section.h"

PERCPU_ARCH_DEFINE_INITIAL(, uintptr_t, percpu_gs_base, 0)
PERCPU_ARCH_SECTION(hot, percpu_gs_base)
constinit uintptr_t percpu_gs_base = 0;
