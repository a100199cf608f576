// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The trap entry that an image with sequences needs.

#include "percpu/percpu.h"

extern "C" [[gnu::used, gnu::retain]] uintptr_t on_trap(uintptr_t pc) {
  return percpu::restart_interrupted(pc);
}
