// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu_arch/layout.h"

#include <sys/mman.h>

namespace percpu::arch {

uintptr_t reserved_areas() {
  static void* const areas =
      mmap(nullptr, max_cpus() * area_size(), PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return areas == MAP_FAILED ? 0 : reinterpret_cast<uintptr_t>(areas);
}

uintptr_t* register_table() {
  static constinit uintptr_t table[max_cpus()] = {};
  return table;
}

}  // namespace percpu::arch
