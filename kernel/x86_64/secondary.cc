// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Starting application processors with INIT and start-up interrupts (Intel SDM
// volume 3, section "MP Initialization Protocol").

#include <stddef.h>

#include "kernel/arch.h"
#include "kernel/x86_64/registers.h"

// entry.S: the code that a secondary runs first, in real mode.
extern "C" const char kernel_trampoline[];
extern "C" const char kernel_trampoline_end[];

namespace kernel::arch {
namespace {

/// The boot CPU's own interrupt controller (Intel SDM volume 3, table "Local
/// APIC Register Address Map"); entry.S maps it uncached at its address.
constexpr uintptr_t kLocalApic = 0xfee0'0000;
constexpr uintptr_t kSpuriousVector = 0xf0;
constexpr uintptr_t kCommandLow = 0x300;
constexpr uintptr_t kCommandHigh = 0x310;

/// Fields of these (same chapter, "Interrupt Command Register").
constexpr uint32_t kApicEnable = 1 << 8;
constexpr uint32_t kAnyVector = 0xff;
constexpr uint32_t kAssert = 1 << 14;
constexpr uint32_t kSendPending = 1 << 12;
constexpr uint32_t kInit = 5 << 8;
constexpr uint32_t kStartUp = 6 << 8;

/// The wait that the protocol wants between INIT and start-up.
constexpr unsigned kInitMicroseconds = 10'000;

volatile uint32_t& apic(uintptr_t offset) {
  return *reinterpret_cast<volatile uint32_t*>(kLocalApic + offset);
}

/// Sends an interrupt to the CPU with this APIC id and waits until it is out.
void send(unsigned apic_id, uint32_t command) {
  apic(kCommandHigh) = apic_id << 24;
  apic(kCommandLow) = kAssert | command;
  while ((apic(kCommandLow) & kSendPending) != 0) cpu_relax();
}

void place_trampoline() {
  auto* to = reinterpret_cast<volatile char*>(TRAMPOLINE_ADDRESS);
  const size_t size =
      static_cast<size_t>(kernel_trampoline_end - kernel_trampoline);
  for (size_t i = 0; i < size; ++i) to[i] = kernel_trampoline[i];
}

}  // namespace

/// QEMU numbers the APIC ids of one socket from 0, and boots the first: the id
/// is the logical number, in entry.S too.
bool start_cpu(unsigned cpu, unsigned attempt) {
  // INIT would reset a CPU that is only late, so it is sent but once. Start-up
  // is ignored by a CPU that runs.
  if (attempt == 0) {
    place_trampoline();
    apic(kSpuriousVector) = kApicEnable | kAnyVector;
    send(cpu, kInit);
    delay_microseconds(kInitMicroseconds);
  }
  send(cpu, kStartUp | (TRAMPOLINE_ADDRESS >> 12));
  return true;
}

void cpu_relax() { asm volatile("pause" ::: "memory"); }

void halt() {
  for (;;) asm volatile("cli; hlt");
}

}  // namespace kernel::arch
