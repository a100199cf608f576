// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Control and status registers, calls to the firmware (SBI), and numbers that
// C++ and the assembly files share.
//
//   uint64_t cause = READ_CSR(scause);
//   SbiResult result = call_sbi(kExtension, kFunction, a, b, c);

#ifndef PERCPU_KERNEL_RISCV64_REGISTERS_H_
#define PERCPU_KERNEL_RISCV64_REGISTERS_H_

/// What an interrupt saves (interrupt.cc, InterruptFrame): x0 to x31 from
/// offset 0 on, and these. The size keeps the stack aligned.
#define FRAME_SEPC 256
#define FRAME_SSTATUS 264
#define FRAME_SIZE 272

#ifndef __ASSEMBLER__

#include <stdint.h>

/// Reads a control and status register by its name (RISC-V Privileged
/// Architecture, chapter "Control and Status Registers").
#define READ_CSR(name)                                 \
  ({                                                   \
    uint64_t csr_value;                                \
    asm volatile("csrr %0, " #name : "=r"(csr_value)); \
    csr_value;                                         \
  })

namespace kernel {

struct SbiResult {
  int64_t error;
  int64_t value;
};

/// RISC-V SBI Specification, chapter "Binary Encoding".
inline SbiResult call_sbi(uint64_t extension, uint64_t function, uint64_t a,
                          uint64_t b, uint64_t c) {
  register uint64_t a0 asm("a0") = a;
  register uint64_t a1 asm("a1") = b;
  register uint64_t a2 asm("a2") = c;
  register uint64_t a6 asm("a6") = function;
  register uint64_t a7 asm("a7") = extension;
  asm volatile("ecall"
               : "+r"(a0), "+r"(a1)
               : "r"(a2), "r"(a6), "r"(a7)
               : "memory");
  return {.error = static_cast<int64_t>(a0), .value = static_cast<int64_t>(a1)};
}

}  // namespace kernel

#endif  // __ASSEMBLER__

#endif  // PERCPU_KERNEL_RISCV64_REGISTERS_H_
