// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The sequences of restart.h in arch/README.md, where no operation is sent back
// to its start: there are none.
//
//   for (size_t i = 0; i < sequence_count(); ++i) ...

#ifndef PERCPU_ARCH_NO_SEQUENCES_H_
#define PERCPU_ARCH_NO_SEQUENCES_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

struct Sequence {
  uintptr_t start() const { return 0; }
  uintptr_t end() const { return 0; }
};
constexpr const Sequence* first_sequence() { return nullptr; }
constexpr size_t sequence_count() { return 0; }

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NO_SEQUENCES_H_
