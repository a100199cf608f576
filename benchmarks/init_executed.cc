// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Counts the instructions that init(base, n) executes in a kernel, beside those
// of a copy of the same bytes, by memcpy and by the loop that init() itself
// uses. Panics where init() takes over a tenth more: it would write an area
// twice, or slowly.
//
//   init: 20812
//   copy: 20480
//   memcpy: 33280
//
// It wants one CPU and QEMU's deterministic clock (kernel/clock.h).

#include <stddef.h>
#include <stdint.h>

#include "kernel/clock.h"
#include "kernel/kernel.h"
#include "percpu/percpu.h"
#include "percpu_arch/copy.h"
#include "percpu_arch/layout.h"

extern "C" void* memcpy(void* to, const void* from, size_t size);

namespace {

constexpr size_t kCpus = 16;

struct Payload {
  uint64_t words[512];
};
DEF_PERCPU(Payload, payload, {});

alignas(4096) constinit uint8_t areas[kCpus * 2 * sizeof(Payload)] = {};

/// Runs `function(area)` for each area, and returns what that executes.
template <typename Function>
uint64_t count_for_each_area(Function function) {
  const uint64_t start = kernel::read_instruction_counter();
  for (size_t cpu = 0; cpu < kCpus; ++cpu) {
    function(reinterpret_cast<uintptr_t>(areas) + cpu * percpu::area_size());
  }
  const uint64_t end = kernel::read_instruction_counter();
  return kernel::instructions_between(start, end);
}

uint64_t count_init() {
  const uint64_t start = kernel::read_instruction_counter();
  const percpu::InitResult result = percpu::init(areas, kCpus);
  const uint64_t end = kernel::read_instruction_counter();
  if (!result.ok()) kernel::panic(result.message());
  return kernel::instructions_between(start, end);
}

}  // namespace

extern "C" void kernel_main() {
  // Used, so that it is in the template.
  payload.current_ptr();
  if (percpu::area_layout(kCpus).size > sizeof(areas)) {
    kernel::panic("the areas do not fit");
  }
  kernel::start_instruction_counter();
  const uintptr_t from = percpu::arch::template_address();
  const size_t size = percpu::arch::template_size();
  const uint64_t by_memcpy = count_for_each_area([=](uintptr_t area) {
    memcpy(reinterpret_cast<void*>(area), reinterpret_cast<const void*>(from),
           size);
  });
  const uint64_t by_copy = count_for_each_area(
      [=](uintptr_t area) { percpu::arch::copy(area, from, size); });
  const uint64_t by_init = count_init();
  kernel::print("init: ", by_init, "\ncopy: ", by_copy, "\nmemcpy: ", by_memcpy,
                "\n");
  if (by_init * 10 > by_copy * 11 || by_init * 10 > by_memcpy * 11) {
    kernel::panic("init() takes over a tenth more than a copy");
  }
  kernel::exit(0);
}
