// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/ns16550.h"
#include "kernel/x86_64/registers.h"

namespace kernel::arch {
namespace {

/// COM1's registers (IBM PC/AT Technical Reference, "Serial adapter"). QEMU's
/// first -serial on pc, q35 and microvm.
constexpr uint16_t kCom1 = 0x3f8;

struct Com1 {
  static uint8_t read(unsigned number) {
    return in8(static_cast<uint16_t>(kCom1 + number));
  }
  static void write(unsigned number, uint8_t value) {
    out8(static_cast<uint16_t>(kCom1 + number), value);
  }
};

}  // namespace

void console_init() { Ns16550<Com1>::init(); }
void console_write_char(char c) { Ns16550<Com1>::write_char(c); }
void console_flush() { Ns16550<Com1>::flush(); }

}  // namespace kernel::arch
