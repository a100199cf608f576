// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Starting CPUs with the firmware interface PSCI, which QEMU itself answers.

#include <stdint.h>

#include "kernel/aarch64/registers.h"
#include "kernel/arch.h"

// entry.S: where a secondary begins, with its logical number in x0.
extern "C" const char kernel_secondary_start[];

namespace kernel::arch {
namespace {

/// Arm DEN 0022, Power State Coordination Interface, sections "CPU_ON" and
/// "Return error codes".
constexpr uint64_t kCpuOn = 0xc400'0003;
constexpr int64_t kSuccess = 0;
constexpr int64_t kAlreadyOn = -4;
constexpr int64_t kOnPending = -5;

/// Calls the firmware: by HVC from EL1 and by SMC from EL2, as QEMU's virt
/// machine wants (hw/arm/virt.c, psci_conduit). Registers: Arm DEN 0028, SMC
/// Calling Convention.
int64_t call_psci(uint64_t function, uint64_t a, uint64_t b, uint64_t c) {
  register uint64_t x0 asm("x0") = function;
  register uint64_t x1 asm("x1") = a;
  register uint64_t x2 asm("x2") = b;
  register uint64_t x3 asm("x3") = c;
  if (is_at_el2()) {
    asm volatile("smc #0"
                 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3)
                 :
                 : "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12",
                   "x13", "x14", "x15", "x16", "x17", "memory");
  } else {
    asm volatile("hvc #0"
                 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3)
                 :
                 : "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12",
                   "x13", "x14", "x15", "x16", "x17", "memory");
  }
  return static_cast<int64_t>(x0);
}

}  // namespace

/// QEMU's virt machine boots the CPU of affinity 0 and numbers the first eight
/// in Aff0: the affinity is the logical number.
bool start_cpu(unsigned cpu, unsigned /*attempt*/) {
  const auto entry = reinterpret_cast<uintptr_t>(kernel_secondary_start);
  const int64_t result = call_psci(kCpuOn, cpu, entry, cpu);
  return result == kSuccess || result == kAlreadyOn || result == kOnPending;
}

void cpu_relax() { asm volatile("yield" ::: "memory"); }

void wait_for_interrupt() { asm volatile("wfi" ::: "memory"); }

void halt() {
  for (;;) asm volatile("wfi");
}

}  // namespace kernel::arch
