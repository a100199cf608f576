// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/loongarch64/registers.h"
#include "kernel/ns16550.h"

namespace kernel::arch {
namespace {

/// The UART of QEMU's virt machine, with byte-wide registers
/// (include/hw/pci-host/ls7a.h, VIRT_UART_BASE).
constexpr uintptr_t kUart = 0x1fe0'01e0;

struct Uart {
  static uint8_t read(unsigned number) {
    return device<uint8_t>(kUart + number);
  }
  static void write(unsigned number, uint8_t value) {
    device<uint8_t>(kUart + number) = value;
  }
};

}  // namespace

void console_init() { Ns16550<Uart>::init(); }
void console_write_char(char c) { Ns16550<Uart>::write_char(c); }
void console_flush() { Ns16550<Uart>::flush(); }

}  // namespace kernel::arch
