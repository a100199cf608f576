// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What an area needs beside its initial values before a CPU uses it.
//
//   prepare_area(base);

#ifndef PERCPU_ARCH_HOSTED_AREA_H_
#define PERCPU_ARCH_HOSTED_AREA_H_

#include <stdint.h>

#include "percpu_arch/access.h"
#include "percpu_arch/red_zones.h"
#include "percpu_arch/register.h"

#ifdef __x86_64__
#include "percpu_arch/gs_base.h"
#endif

namespace percpu::arch {

/// Tells the area at `base` what GS_BASE holds on its CPU, and the address
/// sanitizer what in it is no variable.
inline void prepare_area(uintptr_t base) {
#ifdef __x86_64__
  const uintptr_t register_value = register_of(base);
  *reinterpret_cast<uintptr_t*>(address_in<&percpu_gs_base, Placement::kHot>(
      register_value)) = register_value;
#endif
  close_red_zones(base);
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_HOSTED_AREA_H_
