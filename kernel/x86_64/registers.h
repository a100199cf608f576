// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// I/O ports, and numbers that C++ and the assembly files share.
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

/// Bytes from one stub to the next.
#define VECTOR_SIZE 16

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

}  // namespace kernel

#endif  // __ASSEMBLER__

#endif  // PERCPU_KERNEL_X86_64_REGISTERS_H_
