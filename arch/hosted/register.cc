// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu_arch/register.h"

namespace percpu::arch {

constinit thread_local uintptr_t thread_register = 0;

}  // namespace percpu::arch
