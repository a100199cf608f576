// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// From entry.S to the image's own code, on the boot CPU and on secondaries.

#include "kernel/arch.h"
#include "kernel/kernel.h"

/// One for each CPU; entry.S points the stack pointer at an end. Every ABI here
/// wants 16 bytes of alignment.
extern "C" {
alignas(
    16) constinit char kernel_stacks[KERNEL_MAX_CPUS][KERNEL_STACK_SIZE] = {};
}

// The static constructors, collected by kernel.ld.
extern "C" void (*const kernel_init_array_start[])();
extern "C" void (*const kernel_init_array_end[])();

namespace kernel {
namespace {

/// At least ten seconds in steps of a millisecond: ample when the host is busy,
/// and short enough to be told of a missing CPU.
constexpr unsigned kMaxStartAttempts = 10'000;
constexpr unsigned kPollsPerAttempt = 20;
constexpr unsigned kPollMicroseconds = 50;

constinit void (*secondary_entry)(unsigned cpu) = nullptr;
constinit uint32_t online[kMaxCpus] = {};

bool is_online(unsigned cpu) {
  return __atomic_load_n(&online[cpu], __ATOMIC_ACQUIRE) != 0;
}

/// Waits about a millisecond, or less if the CPU comes online.
bool wait_online(unsigned cpu) {
  for (unsigned i = 0; i < kPollsPerAttempt; ++i) {
    if (is_online(cpu)) return true;
    arch::delay_microseconds(kPollMicroseconds);
  }
  return is_online(cpu);
}

void start_and_wait(unsigned cpu) {
  for (unsigned attempt = 0; attempt < kMaxStartAttempts; ++attempt) {
    if (!arch::start_cpu(cpu, attempt)) break;
    if (wait_online(cpu)) return;
  }
  print("CPU ", cpu, " does not come online\n");
  panic("start_secondary_cpus: give QEMU as many CPUs (-smp) as the total");
}

}  // namespace

unsigned start_secondary_cpus(void (*entry)(unsigned cpu), unsigned total) {
  if (total == 0 || total > kMaxCpus) {
    panic("start_secondary_cpus: ask for a total of 1 to kernel::kMaxCpus");
  }
  if (secondary_entry != nullptr) {
    panic("start_secondary_cpus: call it once only");
  }
  secondary_entry = entry;
  for (unsigned cpu = 1; cpu < total; ++cpu) start_and_wait(cpu);
  return total;
}

void cpu_relax() { arch::cpu_relax(); }

}  // namespace kernel

void kernel_boot() {
  kernel::arch::load_fault_vectors();
  kernel::arch::console_init();
  for (auto f = kernel_init_array_start; f != kernel_init_array_end; ++f) {
    (*f)();
  }
  kernel_main();
  kernel::panic("kernel_main returned: end it with kernel::exit(status)");
}

void kernel_secondary(unsigned cpu) {
  kernel::arch::load_fault_vectors();
  __atomic_store_n(&kernel::online[cpu], 1, __ATOMIC_RELEASE);
  kernel::secondary_entry(cpu);
  kernel::arch::halt();
}
