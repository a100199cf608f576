// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Starting CPUs. QEMU's boot ROM lets them sleep until an interrupt, and then
// jumps where their mailbox says (hw/loongarch/boot.c). QEMU 7.2 has no
// such ROM: every CPU begins at _start. So all of them run _start, and sleep
// there until kernel_release.

#include "kernel/arch.h"
#include "kernel/loongarch64/registers.h"
#include "kernel/stack.h"

extern "C" const char _start[];

// entry.S: a CPU whose word is not zero goes on.
extern "C" {
constinit uint32_t kernel_release[KERNEL_MAX_CPUS] = {};
}

namespace kernel::arch {
namespace {

/// Loongson 3A5000 Technical Reference Manual, chapter "Inter-processor
/// interrupt and communication": both wait for completion with bit 31 and name
/// the CPU in bits 25 to 16.
constexpr uint32_t kIpiSend = 0x1040;
constexpr uint32_t kMailSend = 0x1048;
constexpr uint64_t kWait = 1ull << 31;
constexpr unsigned kCpuShift = 16;
constexpr unsigned kHalfShift = 2;

/// Puts 64 bits into mailbox 0 of a CPU, a half at a time.
void send_mail(unsigned cpu, uint64_t value) {
  const uint64_t target = kWait | (uint64_t{cpu} << kCpuShift);
  // The high half first: the receiver looks for a whole address.
  write_iocsr64(kMailSend, target | (1 << kHalfShift) | ((value >> 32) << 32));
  write_iocsr64(kMailSend, target | (0 << kHalfShift) | (value << 32));
}

/// Raises interrupt 0 on a CPU.
void send_interrupt(unsigned cpu) {
  write_iocsr32(kIpiSend,
                static_cast<uint32_t>(kWait | (uint64_t{cpu} << kCpuShift)));
}

}  // namespace

/// The core id is the logical number; core 0 boots. The boot ROM clears its
/// mailbox late, which loses an early mail: only sending again is reliable.
bool start_cpu(unsigned cpu, unsigned /*attempt*/) {
  __atomic_store_n(&kernel_release[cpu], 1, __ATOMIC_RELEASE);
  send_mail(cpu, physical_address(_start));
  send_interrupt(cpu);
  return true;
}

/// The architecture has no such hint; a compiler barrier makes loops re-read.
void cpu_relax() { asm volatile("" ::: "memory"); }

void wait_for_interrupt() { asm volatile("idle 0" ::: "memory"); }

void halt() {
  for (;;) asm volatile("idle 0");
}

}  // namespace kernel::arch
