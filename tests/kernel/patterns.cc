// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/kernel/patterns.h"

namespace percpu_tests {
namespace {

/// Where sign, carry and immediate operands change, for every size.
constexpr uint64_t kPatterns[] = {
    0,
    1,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0x8000,
    0xffff,
    0x7fff'ffff,
    0x8000'0000,
    0xffff'ffff,
    0x1'0000'0000,
    0x0123'4567'89ab'cdef,
    0x7fff'ffff'ffff'ffff,
    0x8000'0000'0000'0000,
    0xffff'ffff'8000'0000,
    0xffff'ffff'ffff'ffff,
};

}  // namespace

void for_each_pattern(uint64_t mask, void (*function)(uint64_t a)) {
  for (const uint64_t a : kPatterns) {
    if ((a & ~mask) == 0) function(a);
  }
}

void for_each_pair(uint64_t mask, void (*function)(uint64_t a, uint64_t b)) {
  for (const uint64_t a : kPatterns) {
    for (const uint64_t b : kPatterns) {
      if (((a | b) & ~mask) == 0) function(a, b);
    }
  }
}

}  // namespace percpu_tests
