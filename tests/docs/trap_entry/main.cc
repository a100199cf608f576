// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The trap entry of docs/preemption.md sends an operation back to its start,
// and leaves other code where it is. The operation counts how often it begins,
// and traps in its middle the first time. Prints
//
//   begun: 2
//
// Where nothing sends it back it traps for ever.

#include "tests/docs/trap_entry/trap_entry.h"

#include <stdint.h>

#include "kernel/kernel.h"
#include "percpu/percpu.h"
#include "percpu_arch/access.h"
// The document's, for the entry.
#include "tests/docs/trap_entry/restart_pc.inc"

namespace {

// Macros, because assembler text is put together from string literals. TRAP is
// four bytes.
#if defined(__aarch64__)
#define COUNT "add %[begun], %[begun], #1\n\t"
#define UNLESS_FIRST(label) "cmp %[begun], #1\n\tb.ne " label "\n\t"
#define TRAP "brk #0\n\t"
#elif defined(__riscv)
#define COUNT "addi %[begun], %[begun], 1\n\t"
#define UNLESS_FIRST(label) "bne %[begun], %[one], " label "\n\t"
#define TRAP ".option push\n\t.option norvc\n\tebreak\n\t.option pop\n\t"
#else
#define COUNT "addi.d %[begun], %[begun], 1\n\t"
#define UNLESS_FIRST(label) "bne %[begun], %[one], " label "\n\t"
#define TRAP "break 0\n\t"
#endif

uint64_t count_begins() {
  uint64_t begun = 0;
  asm volatile(PERCPU_SEQUENCE_BEGIN COUNT UNLESS_FIRST("1f") TRAP
               "1:\n\t" PERCPU_SEQUENCE_END
               : [begun] "+&r"(begun)
               : [one] "r"(uint64_t{1})
               : "cc", "memory");
  return begun;
}

}  // namespace

extern "C" void kernel_main() {
  install_trap_entry();
  const uint64_t begun = count_begins();
  kernel::print("begun: ", begun, "\n");
  kernel::exit(begun == 2 ? 0 : 1);
}
