// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include <stdint.h>

#include "kernel/arch.h"

namespace kernel::arch {
namespace {

/// The first PL011 of QEMU's virt machine (hw/arm/virt.c, VIRT_UART).
constexpr uintptr_t kUart = 0x0900'0000;

/// Registers and their bits (Arm DDI 0183, PL011 Technical Reference Manual,
/// chapter "Programmers Model").
constexpr uintptr_t kData = 0x00;
constexpr uintptr_t kFlags = 0x18;
constexpr uintptr_t kLineControl = 0x2c;
constexpr uintptr_t kControl = 0x30;
constexpr uint32_t kBusy = 1 << 3;
constexpr uint32_t kTransmitFull = 1 << 5;
constexpr uint32_t kEightBits = 3 << 5;
constexpr uint32_t kFifoEnable = 1 << 4;
constexpr uint32_t kUartEnable = 1 << 0;
constexpr uint32_t kTransmitEnable = 1 << 8;

volatile uint32_t& uart(uintptr_t offset) {
  return *reinterpret_cast<volatile uint32_t*>(kUart + offset);
}

}  // namespace

/// The speed stays as it is: QEMU has none.
void console_init() {
  uart(kLineControl) = kEightBits | kFifoEnable;
  uart(kControl) = kUartEnable | kTransmitEnable;
}

void console_write_char(char c) {
  while ((uart(kFlags) & kTransmitFull) != 0) cpu_relax();
  uart(kData) = static_cast<uint8_t>(c);
}

void console_flush() {
  while ((uart(kFlags) & kBusy) != 0) cpu_relax();
}

}  // namespace kernel::arch
