// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel to stop in: four CPUs write their copies of variables of every kind.
//
//   (gdb) tbreak all_is_written
//   (gdb) print $percpu("sample::plain", 2)

#include "kernel/kernel.h"

#include "percpu/percpu.h"
#include "tests/debug/sample.h"

namespace sample {

DEF_PERCPU(uint64_t, plain, 1);
DEF_PERCPU_HOT(uint32_t, hot, 2);
DEF_PERCPU_CACHELINE(Mood, mood, Mood::kIdle);
DEF_PERCPU_READ_MOSTLY(uintptr_t, stack, 0);
DEF_PERCPU_PAGE(Page, page, {});
DEF_PERCPU(Pair, pair, {});
DEF_PERCPU(Row, row, {1, 2, 3});
DEF_PERCPU_MEMBER(Scheduler, int16_t, switches, -1);

}  // namespace sample

namespace {

DEF_PERCPU(uint32_t, hidden, 0);

constexpr unsigned kCpus = 4;

// Not where the linker put the areas, and with a gap before the first.
alignas(4096) constinit unsigned char memory[(1 + 4 * kCpus) * 4096] = {};

constinit uint32_t written = 0;

void run(unsigned cpu) {
  percpu::init_percpu_reg(cpu);
  sample::plain.write_current(100 + cpu);
  sample::hot.write_current(200 + cpu);
  sample::mood.write_current(sample::Mood::kBusy);
  sample::stack.write_current(
      reinterpret_cast<uintptr_t>(__builtin_frame_address(0)));
  sample::page.with_current(
      [cpu](sample::Page& page) { page.words[511] = 300 + cpu; });
  sample::pair.with_current([cpu](sample::Pair& pair) {
    pair = {.left = static_cast<int32_t>(cpu), .right = &pair};
  });
  sample::row.with_current(
      [cpu](sample::Row& row) { row[1] = static_cast<uint16_t>(400 + cpu); });
  sample::Scheduler::switches.write_current(static_cast<int16_t>(500 + cpu));
  hidden.write_current(600 + cpu);
  write_other_hidden(700 + cpu);
  __atomic_add_fetch(&written, 1, __ATOMIC_RELEASE);
}

}  // namespace

// Where the debugger stops: the areas are there, and no register is set.
extern "C" [[gnu::noinline]] void areas_are_ready() { asm volatile(""); }

// The same, when each CPU has written.
extern "C" [[gnu::noinline]] void all_is_written() { asm volatile(""); }

extern "C" void kernel_main() {
  const percpu::InitResult areas = percpu::init(memory + 4096, kCpus);
  if (!areas.ok()) kernel::panic(areas.message());
  areas_are_ready();
  kernel::start_secondary_cpus(run, kCpus);
  run(0);
  while (__atomic_load_n(&written, __ATOMIC_ACQUIRE) < kCpus) {
    kernel::cpu_relax();
  }
  all_is_written();
  // The debugger has written here.
  kernel::print("plain of CPU 1 is ", *sample::plain.remote_ptr(1), "\n");
  kernel::exit(0);
}
