// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The stable counter, the only one there is: QEMU has no performance counters
// for this architecture.

#include "kernel/arch.h"

namespace kernel::arch {
namespace {

/// With `-icount shift=10` an instruction takes 1024 ns.
constexpr uint64_t kNanosecondsPerInstruction = 1024;
constexpr uint64_t kNanosecondsPerSecond = 1'000'000'000;

}  // namespace

void delay_microseconds(unsigned microseconds) {
  const uint64_t start = read_ticks();
  const uint64_t ticks = microseconds * ticks_per_second() / 1'000'000 + 1;
  while (read_ticks() - start < ticks) cpu_relax();
}

/// LoongArch Reference Manual volume 1, RDTIME.D.
uint64_t read_ticks() {
  uint64_t ticks;
  asm volatile("rdtime.d %0, $zero" : "=r"(ticks) : : "memory");
  return ticks;
}

/// The stable counter's frequency (LoongArch Reference Manual volume 1, CPUCFG
/// words 4 and 5: crystal, multiplier and divider).
uint64_t ticks_per_second() {
  uint32_t crystal;
  uint32_t ratio;
  asm("cpucfg %0, %1" : "=r"(crystal) : "r"(4));
  asm("cpucfg %0, %1" : "=r"(ratio) : "r"(5));
  return uint64_t{crystal} * (ratio & 0xffff) / (ratio >> 16);
}

/// The stable counter runs from reset.
void start_instruction_counter() {}

uint64_t read_instruction_counter() { return read_ticks(); }

/// Rounded: QEMU 7.2 reads up to 4 ticks beside the 102.4 of an instruction.
uint64_t instructions_between(uint64_t start, uint64_t end) {
  const uint64_t tenths = kNanosecondsPerInstruction * ticks_per_second() * 10 /
                          kNanosecondsPerSecond;
  return ((end - start) * 10 + tenths / 2) / tenths;
}

}  // namespace kernel::arch
