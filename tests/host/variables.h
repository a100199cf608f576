// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Variables that several files of variables_test share.

#ifndef PERCPU_TESTS_HOST_VARIABLES_H_
#define PERCPU_TESTS_HOST_VARIABLES_H_

#include <stddef.h>
#include <stdint.h>

#include "percpu/percpu.h"

namespace percpu_tests {

struct Queue {
  uint32_t length;
  uint64_t entries[5];

  constexpr uint64_t sum() const {
    uint64_t total = 0;
    for (uint32_t i = 0; i < length; ++i) total += entries[i];
    return total;
  }
};
struct alignas(256) Line {
  uint8_t bytes[256];
};
struct alignas(4096) Page {
  uint8_t bytes[4096];
};
using Matrix = int16_t[3][4];

DECLARE_PERCPU(uint64_t, shared);
DECLARE_PERCPU_HOT(uint16_t, shared_hot);
DECLARE_PERCPU(Queue, queue);
DECLARE_PERCPU(Matrix, matrix);
DECLARE_PERCPU(Line, line);
DECLARE_PERCPU(Page, page);

namespace inner::deep {
DECLARE_PERCPU(int, nested);
}

class Scheduler {
 public:
  static uint64_t count_switch() { return switches.add_return_current(1); }
  DECLARE_PERCPU_MEMBER(uint64_t, switches);
  DECLARE_PERCPU_HOT_MEMBER(int, level);
};

/// What the other file sees of its own variables with the same names.
uint64_t other_hidden();
uintptr_t other_offset_of_shared();
void other_add_to_shared(uint64_t difference);

}  // namespace percpu_tests

DECLARE_PERCPU(int, global_number);

#endif  // PERCPU_TESTS_HOST_VARIABLES_H_
