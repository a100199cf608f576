// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A type with a destructor.

#include "percpu/percpu.h"

struct Owner {
  int value;
#ifdef PERCPU_TESTS_FAIL
  constexpr ~Owner() {}
#endif
};

DEF_PERCPU(Owner, owner, {});
