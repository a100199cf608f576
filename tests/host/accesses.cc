// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The accesses of a process, on a CPU that nobody has to have a C library for.

#include <stdint.h>

#include "percpu_arch/access.h"
#include "percpu_arch/area.h"
#include "percpu_arch/section.h"

PERCPU_ARCH_SECTION(plain, ticks) constinit uint64_t ticks = 0;

namespace percpu::arch {

template uint64_t fetch_add<uint64_t, &ticks, Placement::kPlain>(uint64_t);
template uint64_t exchange<uint64_t, &ticks, Placement::kHot>(uint64_t);
template uintptr_t pinned_address<&ticks, Placement::kFar>(uintptr_t);
template uintptr_t address_in<&ticks, Placement::kFar>(uintptr_t);

void prepare(uintptr_t base) {
  prepare_area(base);
  write_register(register_of(base));
}

}  // namespace percpu::arch
