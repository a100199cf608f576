// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel in a workspace of its own that takes its per-CPU variables from
// percpu. It has one CPU, which visits each area in turn.

#include <stddef.h>
#include <stdint.h>

#include "machine.h"
#include "percpu/percpu.h"

struct RunQueue {
  uint32_t length;
  uint32_t longest;
};

DEF_PERCPU_HOT(uint64_t, ticks, 100);
DEF_PERCPU(RunQueue, run_queue, {.length = 1, .longest = 1});

// Not in .percpu: stands behind the areas and has to stay zero.
static uint64_t after_the_areas[512];

extern "C" void* memcpy(void* to, const void* from, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    static_cast<char*>(to)[i] = static_cast<const char*>(from)[i];
  }
  return to;
}

static void print(const char* text) {
  for (; *text != '\0'; ++text) machine::put(*text);
}

[[noreturn]] static void fail(const char* reason) {
  print("example: ");
  print(reason);
  print("\n");
  machine::power_off();
}

extern "C" [[noreturn]] void percpu_panic(const percpu::Misuse& misuse) {
  print(misuse.subject);
  print(": ");
  fail(misuse.message);
}

extern "C" void kernel_main() {
  const percpu::InitResult result = percpu::init();
  if (!result.ok()) fail(result.message());

  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    percpu::init_percpu_reg(cpu);
    for (size_t n = 0; n <= cpu; ++n) ticks.increment_current();
    run_queue.with_current([](RunQueue& queue) {
      if (++queue.length > queue.longest) queue.longest = queue.length;
    });
  }

  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    if (*ticks.remote_ptr(cpu) != 101 + cpu) fail("wrong ticks");
    if (run_queue.remote_ptr(cpu)->longest != 2) fail("wrong run queue");
  }
  for (uint64_t word : after_the_areas) {
    if (word != 0) fail("an area overlaps .bss");
  }
  print("example: every CPU has its own variables\n");
  machine::power_off();
}
