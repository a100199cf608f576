// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/restart.h"

#include "percpu_arch/restart.h"

/// The linker fragment asks whether this symbol is there: an image with
/// sequences has to send them back. Nothing refers to it, so `retain` keeps it
/// through --gc-sections.
extern "C" [[gnu::visibility("hidden"), gnu::used,
             gnu::retain]] constinit const char percpu_restarts = 1;

namespace percpu {

uintptr_t restart_interrupted(uintptr_t pc) {
  const arch::Sequence* first = arch::first_sequence();
  size_t count = arch::sequence_count();
  if (count == 0 || pc < first->start() || pc >= first[count - 1].end()) {
    return pc;
  }
  // The last sequence that does not start behind `pc` is among `count`.
  while (count > 1) {
    const size_t half = count / 2;
    if (first[half].start() <= pc) {
      first += half;
      count -= half;
    } else {
      count = half;
    }
  }
  return pc < first->end() ? first->start() : pc;
}

}  // namespace percpu
