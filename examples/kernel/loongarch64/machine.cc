// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// QEMU's virt board, in direct-address mode.

#include "machine.h"

#include <stdint.h>

namespace machine {

void put(char character) {
  // The NS16550A's transmit register (QEMU, VIRT_UART_BASE).
  *reinterpret_cast<volatile char*>(0x1fe0'01e0) = character;
}

void power_off() {
  // The generic event device's sleep control: S5 (QEMU, VIRT_GED_REG_ADDR).
  *reinterpret_cast<volatile uint8_t*>(0x100e'001c) = 0x34;
  for (;;) asm volatile("");
}

}  // namespace machine
