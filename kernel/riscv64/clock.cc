// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The counters that supervisor mode may read: time and instret (RISC-V
// Unprivileged Architecture, extension "Zicntr").

#include "kernel/arch.h"
#include "kernel/riscv64/registers.h"

namespace kernel::arch {
namespace {

/// Ticks of the `time` register: QEMU's virt machine (hw/riscv/virt.c,
/// RISCV_ACLINT_DEFAULT_TIMEBASE_FREQ).
constexpr uint64_t kTimeHz = 10'000'000;

}  // namespace

void delay_microseconds(unsigned microseconds) {
  const uint64_t start = read_ticks();
  const uint64_t ticks = microseconds * ticks_per_second() / 1'000'000 + 1;
  while (read_ticks() - start < ticks) cpu_relax();
}

uint64_t read_ticks() { return READ_CSR(time); }

uint64_t ticks_per_second() { return kTimeHz; }

/// The firmware has left it running, and open to supervisor mode.
void start_instruction_counter() {}

/// Retired instructions, which is what QEMU counts with `-icount`.
uint64_t read_instruction_counter() { return READ_CSR(instret); }

uint64_t instructions_between(uint64_t start, uint64_t end) {
  return end - start;
}

}  // namespace kernel::arch
