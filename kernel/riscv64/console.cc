// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/ns16550.h"

namespace kernel::arch {
namespace {

/// The UART of QEMU's virt machine, with byte-wide registers (hw/riscv/virt.c,
/// VIRT_UART0).
constexpr uintptr_t kUart = 0x1000'0000;

struct Uart {
  static uint8_t read(unsigned number) {
    return *reinterpret_cast<volatile uint8_t*>(kUart + number);
  }
  static void write(unsigned number, uint8_t value) {
    *reinterpret_cast<volatile uint8_t*>(kUart + number) = value;
  }
};

}  // namespace

void console_init() { Ns16550<Uart>::init(); }
void console_write_char(char c) { Ns16550<Uart>::write_char(c); }
void console_flush() { Ns16550<Uart>::flush(); }

}  // namespace kernel::arch
