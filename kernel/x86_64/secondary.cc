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

/// Fields of the local APIC's registers (Intel SDM volume 3, figures "Interrupt
/// Command Register", "Spurious-Interrupt Vector Register").
constexpr uint32_t kAnyVector = 0xff;
constexpr uint32_t kAssert = 1 << 14;
constexpr uint32_t kSendPending = 1 << 12;
constexpr uint32_t kInit = 5 << 8;
constexpr uint32_t kStartUp = 6 << 8;

/// The wait that the protocol wants between INIT and start-up.
constexpr unsigned kInitMicroseconds = 10'000;

/// Sends an interrupt to the CPU with this APIC id and waits until it is out.
void send(unsigned apic_id, uint32_t command) {
  apic(APIC_COMMAND_HIGH) = apic_id << 24;
  apic(APIC_COMMAND_LOW) = kAssert | command;
  while ((apic(APIC_COMMAND_LOW) & kSendPending) != 0) cpu_relax();
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
    apic(APIC_SPURIOUS_VECTOR) = kApicEnable | kAnyVector;
    send(cpu, kInit);
    delay_microseconds(kInitMicroseconds);
  }
  send(cpu, kStartUp | (TRAMPOLINE_ADDRESS >> 12));
  return true;
}

void cpu_relax() { asm volatile("pause" ::: "memory"); }

void wait_for_interrupt() { asm volatile("hlt" ::: "memory"); }

void halt() {
  for (;;) asm volatile("cli; hlt");
}

}  // namespace kernel::arch
