// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// I/O ports, the local APIC, and numbers that C++ and the assembly files share.
//
//   out8(kUartPort, '!');

#ifndef PERCPU_KERNEL_X86_64_REGISTERS_H_
#define PERCPU_KERNEL_X86_64_REGISTERS_H_

/// A free page below 1 MiB for the code of a secondary's first steps: start-up
/// interrupts can only name one of those (Intel SDM volume 3, "Interrupt
/// Command Register", vector field).
#define TRAMPOLINE_ADDRESS 0x8000

/// Exceptions are vectors 0 to 31 (Intel SDM volume 3, table "Protected-Mode
/// Exceptions and Interrupts"), each with a stub in vectors.S.
#define VECTOR_COUNT 32

/// Selectors of the segments in entry.S.
#define CODE64 0x08
#define DATA 0x10

/// The timer's interrupt, and the one that the local APIC sends when it has
/// none after all: interrupts begin at 32, and the latter's low four bits are
/// set, as older CPUs want it (Intel SDM volume 3, section "Spurious
/// Interrupt").
#define TIMER_VECTOR 0x20
#define SPURIOUS_VECTOR 0x2f
#define GATE_COUNT 0x30

/// Bytes from one stub to the next.
#define VECTOR_SIZE 16

/// IA32_KERNEL_GS_BASE (Intel SDM volume 4, chapter "Model-Specific
/// Registers"). The kernel has no use for SWAPGS, so it keeps this CPU's
/// interrupt stack.
#define MSR_INTERRUPT_STACK 0xc0000102

/// The CPU's own interrupt controller, which entry.S maps uncached at its
/// address, and its registers (Intel SDM volume 3, table "Local APIC Register
/// Address Map").
#define LOCAL_APIC 0xfee00000
#define APIC_END_OF_INTERRUPT 0xb0
#define APIC_SPURIOUS_VECTOR 0xf0
#define APIC_COMMAND_LOW 0x300
#define APIC_COMMAND_HIGH 0x310
#define APIC_TIMER 0x320
#define APIC_TIMER_INITIAL_COUNT 0x380
#define APIC_TIMER_CURRENT_COUNT 0x390
#define APIC_TIMER_DIVIDE 0x3e0

#ifndef __ASSEMBLER__

#include <stdint.h>

namespace kernel {

inline void out8(uint16_t port, uint8_t value) {
  asm volatile("outb %0, %1" : : "a"(value), "Nd"(port) : "memory");
}

inline void out32(uint16_t port, uint32_t value) {
  asm volatile("outl %0, %1" : : "a"(value), "Nd"(port) : "memory");
}

inline uint8_t in8(uint16_t port) {
  uint8_t value;
  asm volatile("inb %1, %0" : "=a"(value) : "Nd"(port) : "memory");
  return value;
}

/// A register of the local APIC; APIC_SPURIOUS_VECTOR's bit enables it (same
/// chapter, figure "Spurious-Interrupt Vector Register").
inline volatile uint32_t& apic(uintptr_t offset) {
  return *reinterpret_cast<volatile uint32_t*>(LOCAL_APIC + offset);
}
inline constexpr uint32_t kApicEnable = 1 << 8;

/// Directs a vector below GATE_COUNT to `entry`, with interrupts off. Every CPU
/// uses the same gates (fault.cc).
void set_gate(unsigned vector, uintptr_t entry);

}  // namespace kernel

#endif  // __ASSEMBLER__

#endif  // PERCPU_KERNEL_X86_64_REGISTERS_H_
