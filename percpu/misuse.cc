// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/misuse.h"

#include "percpu_arch/stop.h"

extern "C" [[gnu::weak]] void percpu_panic(const percpu::Misuse& misuse) {
  percpu::arch::stop(misuse.message, misuse.subject);
}
