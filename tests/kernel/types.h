// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Variables that types_test.cc and types_other.cc share: declared here and
// defined in one of the two.
//
//   scheduler.with_current([](Scheduler& s) { ++s.switches; });

#ifndef PERCPU_TESTS_KERNEL_TYPES_H_
#define PERCPU_TESTS_KERNEL_TYPES_H_

#include <stdint.h>

#include "percpu/percpu.h"

namespace percpu_tests {

/// Larger than a register, with a constructor and member functions.
class Scheduler {
 public:
  constexpr explicit Scheduler(uint32_t quantum) : quantum_(quantum) {}
  void count_switch() { ++switches_; }
  uint64_t switches() const { return switches_; }
  uint32_t quantum() const { return quantum_; }

 private:
  uint64_t switches_ = 0;
  uint32_t quantum_;
};

DECLARE_PERCPU(Scheduler, scheduler);
DECLARE_PERCPU_HOT(uint16_t, shared_hot);

/// A class with variables of its own.
class Device {
 public:
  DECLARE_PERCPU_MEMBER(uint32_t, interrupts);
  DECLARE_PERCPU_HOT_MEMBER(uint64_t, polls);
};

// What types_other.cc does to its variables on the current CPU. Both files
// have a variable `twin` in an anonymous namespace.
void other_write_twin(uint64_t value);
uint64_t other_read_twin();
uintptr_t other_offset_of_twin();
void other_count_switch();
void other_add_to_shared_hot(uint16_t value);
void other_add_to_interrupts(uint32_t value);

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_TYPES_H_
