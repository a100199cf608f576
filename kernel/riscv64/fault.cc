// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/arch.h"
#include "kernel/riscv64/registers.h"

extern "C" const char kernel_vectors[];

namespace kernel::arch {
namespace {

/// RISC-V Privileged Architecture, table "Supervisor cause register (scause)
/// values after trap".
constexpr const char* kNames[] = {
    "instruction address misaligned",
    "instruction access fault",
    "illegal instruction",
    "breakpoint",
    "load address misaligned",
    "load access fault",
    "store address misaligned",
    "store access fault",
    "environment call from U-mode",
    "environment call from S-mode",
    "exception 10",
    "exception 11",
    "instruction page fault",
    "load page fault",
    "exception 14",
    "store page fault",
};
constexpr uint64_t kNameCount = sizeof(kNames) / sizeof(kNames[0]);
constexpr uint64_t kInterrupt = 1ull << 63;

const char* cause_name(uint64_t scause) {
  if ((scause & kInterrupt) != 0) return "interrupt";
  return scause < kNameCount ? kNames[scause] : "exception";
}

}  // namespace

/// The frame pointer is the stack pointer at entry; what it saves lies below
/// (RISC-V ELF psABI, section "Frame Pointer Convention").
const FrameLayout kFrameLayout = {.caller_frame = -16, .return_address = -8};

void load_fault_vectors() {
  asm volatile("csrw stvec, %0" : : "r"(kernel_vectors) : "memory");
}

extern "C" [[noreturn]] void kernel_fault(uintptr_t frame) {
  const uint64_t scause = READ_CSR(scause);
  report_fault({.cause = cause_name(scause),
                .code = scause,
                .pc = READ_CSR(sepc),
                .address = READ_CSR(stval),
                .frame = frame});
}

}  // namespace kernel::arch
