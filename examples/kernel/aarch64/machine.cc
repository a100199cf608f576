// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// QEMU's virt board.

#include "machine.h"

#include <stdint.h>

namespace machine {

void put(char character) {
  // The PL011's data register (QEMU, hw/arm/virt.c: VIRT_UART0).
  *reinterpret_cast<volatile uint32_t*>(0x0900'0000) =
      static_cast<unsigned char>(character);
}

void power_off() {
  // PSCI SYSTEM_OFF (Arm DEN0022, section 5.10).
  register uint64_t function asm("x0") = 0x8400'0008;
  asm volatile("hvc #0" : : "r"(function));
  for (;;) asm volatile("");
}

}  // namespace machine
