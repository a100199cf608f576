// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/host/variables.h"

DEF_PERCPU(int, global_number, -7);

namespace percpu_tests {

DEF_PERCPU(uint64_t, shared, 40);
DEF_PERCPU_HOT(uint16_t, shared_hot, 41);
DEF_PERCPU(Queue, queue, {.length = 2, .entries = {10, 20}});
DEF_PERCPU(Matrix, matrix, {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}});
DEF_PERCPU(Line, line, {{7}});
DEF_PERCPU(Page, page, {{8, 9}});

namespace inner::deep {
DEF_PERCPU(int, nested, 11);
}

DEF_PERCPU_MEMBER(Scheduler, uint64_t, switches, 100);
DEF_PERCPU_HOT_MEMBER(Scheduler, int, level, -1);

namespace {
DEF_PERCPU(uint64_t, hidden, 2);
}

uint64_t other_hidden() { return hidden.read_current(); }
uintptr_t other_offset_of_shared() { return shared.offset(); }
void other_add_to_shared(uint64_t difference) {
  shared.add_current(difference);
}

}  // namespace percpu_tests
