// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Starting harts with the firmware's hart state management (RISC-V SBI
// Specification, chapter "Hart State Management Extension").

#include "kernel/arch.h"
#include "kernel/riscv64/registers.h"

// entry.S: where a secondary begins, whether a hart has booted, and which.
extern "C" const char kernel_secondary_start[];
extern "C" {
constinit uint64_t kernel_booted = 0;
constinit uint64_t kernel_boot_hart = 0;
}

namespace kernel::arch {
namespace {

constexpr uint64_t kHartStateManagement = 0x48534d;
constexpr uint64_t kHartStart = 0;
constexpr uint64_t kHartGetStatus = 2;
constexpr int64_t kStopped = 1;

/// The hart of a logical CPU. Any hart may boot and becomes CPU 0; the others
/// follow in order, as entry.S reckons too. Hart ids are 0, 1, 2... on QEMU's
/// virt machine.
uint64_t hart_of(unsigned cpu) {
  if (cpu == 0) return kernel_boot_hart;
  return cpu <= kernel_boot_hart ? cpu - 1 : cpu;
}

}  // namespace

/// A hart that is already starting is not asked again: the firmware may answer
/// as if it did not exist.
bool start_cpu(unsigned cpu, unsigned /*attempt*/) {
  const uint64_t hart = hart_of(cpu);
  const SbiResult state =
      call_sbi(kHartStateManagement, kHartGetStatus, hart, 0, 0);
  if (state.error != 0) return false;
  if (state.value == kStopped) {
    call_sbi(kHartStateManagement, kHartStart, hart,
             reinterpret_cast<uintptr_t>(kernel_secondary_start), 0);
  }
  return true;
}

/// `pause` of Zihintpause, a hint that every CPU accepts: fence with
/// predecessor W and successor 0 (RISC-V Unprivileged Architecture).
void cpu_relax() { asm volatile(".4byte 0x0100000f" ::: "memory"); }

void wait_for_interrupt() { asm volatile("wfi" ::: "memory"); }

void halt() {
  for (;;) asm volatile("wfi");
}

}  // namespace kernel::arch
