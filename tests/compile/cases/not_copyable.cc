// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A type of a value's size that is not trivially copyable.

#include "percpu/percpu.h"

struct Handle {
  constexpr Handle() = default;
#ifdef PERCPU_TESTS_FAIL
  constexpr Handle(const Handle& other) : value(other.value) {}
#endif
  int value = 0;
};

DEF_PERCPU(Handle, handle);

void read() { static_cast<void>(handle.read_current()); }
