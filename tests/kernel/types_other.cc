// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The second of the files that share variables.

#include "tests/kernel/types.h"

namespace percpu_tests {
namespace {

DEF_PERCPU(uint64_t, twin, 222);

}  // namespace

DEF_PERCPU(Scheduler, scheduler, Scheduler(10));
DEF_PERCPU_HOT(uint16_t, shared_hot, 7);
DEF_PERCPU_MEMBER(Device, uint32_t, interrupts, 3);

void other_write_twin(uint64_t value) { twin.write_current(value); }
uint64_t other_read_twin() { return twin.read_current(); }
uintptr_t other_offset_of_twin() { return twin.offset(); }

void other_count_switch() {
  scheduler.with_current([](Scheduler& s) { s.count_switch(); });
}

void other_add_to_shared_hot(uint16_t value) { shared_hot.add_current(value); }

void other_add_to_interrupts(uint32_t value) {
  Device::interrupts.add_current(value);
}

}  // namespace percpu_tests
