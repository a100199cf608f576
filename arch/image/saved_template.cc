// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel that calls reset_to_init() links this file, and only then does the
// linker fragment reserve memory for a copy of the template.

#include "percpu_arch/layout.h"

/// The linker fragment asks whether this symbol is there. Nothing refers to it,
/// so `retain` keeps it through --gc-sections.
extern "C" [[gnu::visibility("hidden"), gnu::used,
             gnu::retain]] constinit const char percpu_saves_template = 1;

namespace percpu::arch {

uintptr_t initial_values(uintptr_t first_area) {
  return first_area == reserved_areas() ? saved_template() : template_address();
}

}  // namespace percpu::arch
