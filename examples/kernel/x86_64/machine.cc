// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// QEMU's q35 board.

#include "machine.h"

#include <stdint.h>

namespace machine {

void put(char character) {
  // COM1's transmit register.
  asm volatile("outb %0, %1"
               :
               : "a"(character), "Nd"(static_cast<uint16_t>(0x3f8)));
}

void power_off() {
  // QEMU's isa-debug-exit: status 2 * 0x10 + 1.
  asm volatile("outl %0, %1" : : "a"(0x10), "Nd"(static_cast<uint16_t>(0xf4)));
  for (;;) asm volatile("");
}

}  // namespace machine
