// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/arch.h"

namespace kernel::arch {
namespace {

/// Counting is on, and the cycle counter has 64 bits (Arm ARM, PMCR_EL0.E and
/// LC).
constexpr uint64_t kEnable = 1 << 0;
constexpr uint64_t kLongCycleCounter = 1 << 6;

/// The cycle counter's bit (Arm ARM, PMCNTENSET_EL0.C).
constexpr uint64_t kCycleCounter = 1u << 31;

/// It counts at EL2 too (Arm ARM, PMCCFILTR_EL0.NSH).
constexpr uint64_t kCountAtEl2 = 1 << 27;

}  // namespace

void delay_microseconds(unsigned microseconds) {
  const uint64_t start = read_ticks();
  const uint64_t ticks = microseconds * ticks_per_second() / 1'000'000 + 1;
  while (read_ticks() - start < ticks) cpu_relax();
}

/// The system counter (Arm ARM, CNTVCT_EL0); the barrier keeps it in order.
uint64_t read_ticks() {
  uint64_t ticks;
  asm volatile("isb; mrs %0, cntvct_el0" : "=r"(ticks) : : "memory");
  return ticks;
}

/// Arm ARM, CNTFRQ_EL0.
uint64_t ticks_per_second() {
  uint64_t hz;
  asm("mrs %0, cntfrq_el0" : "=r"(hz));
  return hz;
}

void start_instruction_counter() {
  asm volatile(
      "msr pmccfiltr_el0, %0\n\t"
      "msr pmcntenset_el0, %1\n\t"
      "msr pmcr_el0, %2\n\t"
      "isb"
      :
      : "r"(kCountAtEl2), "r"(kCycleCounter), "r"(kEnable | kLongCycleCounter)
      : "memory");
}

/// The cycle counter (Arm ARM, PMCCNTR_EL0). With `-icount shift=0` QEMU's
/// cycles are nanoseconds, one for each instruction (target/arm/helper.c,
/// ARM_CPU_FREQ).
uint64_t read_instruction_counter() {
  uint64_t cycles;
  asm volatile("isb; mrs %0, pmccntr_el0" : "=r"(cycles) : : "memory");
  return cycles;
}

uint64_t instructions_between(uint64_t start, uint64_t end) {
  return end - start;
}

}  // namespace kernel::arch
