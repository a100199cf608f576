// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// QEMU's virt board.

#include "machine.h"

#include <stdint.h>

namespace machine {

void put(char character) {
  // The NS16550A's transmit register (QEMU, hw/riscv/virt.c: VIRT_UART0).
  *reinterpret_cast<volatile char*>(0x1000'0000) = character;
}

void power_off() {
  // The SiFive test device: pass (QEMU, hw/misc/sifive_test.c).
  *reinterpret_cast<volatile uint32_t*>(0x10'0000) = 0x5555;
  for (;;) asm volatile("");
}

}  // namespace machine
