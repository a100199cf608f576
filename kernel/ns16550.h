// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The 16550 UART, which three of the architectures have. `Port` says how to
// reach its registers:
//
//   struct Port {
//     static uint8_t read(unsigned register_number);
//     static void write(unsigned register_number, uint8_t value);
//   };
//   Ns16550<Port>::write_char('!');
//
// Registers: Texas Instruments PC16550D data sheet, section 8.

#ifndef PERCPU_KERNEL_NS16550_H_
#define PERCPU_KERNEL_NS16550_H_

#include <stdint.h>

#include "kernel/arch.h"

namespace kernel {

template <class Port>
struct Ns16550 {
  static constexpr unsigned kTransmit = 0;
  static constexpr unsigned kInterruptEnable = 1;
  static constexpr unsigned kFifoControl = 2;
  static constexpr unsigned kLineControl = 3;
  static constexpr unsigned kLineStatus = 5;

  static constexpr uint8_t kFifoEnable = 1 << 0;
  static constexpr uint8_t kEightBitsNoParity = 0x03;
  static constexpr uint8_t kTransmitReady = 1 << 5;
  static constexpr uint8_t kTransmitEmpty = 1 << 6;

  /// Polled, 8 bits, no parity, with FIFO. The speed stays: QEMU has none.
  static void init() {
    Port::write(kInterruptEnable, 0);
    Port::write(kLineControl, kEightBitsNoParity);
    Port::write(kFifoControl, kFifoEnable);
  }

  static void write_char(char c) {
    wait_for(kTransmitReady);
    Port::write(kTransmit, static_cast<uint8_t>(c));
  }

  static void flush() { wait_for(kTransmitEmpty); }

 private:
  static void wait_for(uint8_t status) {
    while ((Port::read(kLineStatus) & status) == 0) arch::cpu_relax();
  }
};

}  // namespace kernel

#endif  // PERCPU_KERNEL_NS16550_H_
