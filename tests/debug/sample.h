// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the two files of the kernel share.

#ifndef PERCPU_TESTS_DEBUG_SAMPLE_H_
#define PERCPU_TESTS_DEBUG_SAMPLE_H_

#include "percpu/percpu.h"

namespace sample {

enum class Mood : uint8_t { kIdle, kBusy };

struct Pair {
  int32_t left;
  Pair* right;
};

struct Page {
  uint64_t words[512];
};

using Row = uint16_t[3];

class Scheduler {
 public:
  DECLARE_PERCPU_MEMBER(int16_t, switches);
};

DECLARE_PERCPU(uint64_t, plain);

}  // namespace sample

/// Writes the variable that other.cc has in its anonymous namespace.
void write_other_hidden(uint32_t value);

#endif  // PERCPU_TESTS_DEBUG_SAMPLE_H_
