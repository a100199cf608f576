// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Another file, with a variable that is called as one of kernel.cc, and one
// that nothing uses, which the linker drops.

#include "percpu/percpu.h"
#include "tests/debug/sample.h"

namespace sample {

DEF_PERCPU(uint64_t, dropped, 0);

}  // namespace sample

namespace {

DEF_PERCPU(uint32_t, hidden, 0);

}  // namespace

void write_other_hidden(uint32_t value) {
  hidden.write_current(value);
  // Its declaration is in this file's debug information too.
  sample::plain.add_current(0);
}
