// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/arch.h"
#include "kernel/loongarch64/registers.h"

extern "C" const char kernel_vectors[];
extern "C" const char kernel_refill_vector[];

namespace kernel::arch {
namespace {

/// LoongArch Reference Manual volume 1, table "Table of exception encoding"
/// (ESTAT.Ecode).
constexpr const char* kNames[] = {
    "interrupt",
    "page invalid for load",
    "page invalid for store",
    "page invalid for fetch",
    "page modification",
    "page not readable",
    "page not executable",
    "page privilege",
    "address error",
    "address alignment",
    "bound check",
    "system call",
    "breakpoint",
    "instruction not defined",
    "instruction privilege",
    "floating point is off",
    "128-bit SIMD is off",
    "256-bit SIMD is off",
    "floating point",
    "watchpoint",
};
constexpr uint64_t kNameCount = sizeof(kNames) / sizeof(kNames[0]);

const char* cause_name(uint64_t estat) {
  const uint64_t code = (estat >> 16) & 0x3f;
  return code < kNameCount ? kNames[code] : "exception";
}

/// TLBRERA: bit 0 says that this is a TLB refill, and the pc has bits 1 and 0
/// clear.
constexpr uint64_t kIsRefill = 1 << 0;

}  // namespace

/// The frame pointer is the stack pointer at entry; what it saves lies below
/// (LoongArch ELF psABI).
const FrameLayout kFrameLayout = {.caller_frame = -16, .return_address = -8};

void load_fault_vectors() {
  WRITE_CSR(CSR_EENTRY, reinterpret_cast<uintptr_t>(kernel_vectors));
  WRITE_CSR(CSR_TLBRENTRY, physical_address(kernel_refill_vector));
}

extern "C" [[noreturn]] void kernel_fault(uintptr_t frame) {
  const uint64_t refill = READ_CSR(CSR_TLBRERA);
  const uint64_t estat = READ_CSR(CSR_ESTAT);
  if ((refill & kIsRefill) != 0) {
    report_fault({.cause = "address not mapped",
                  .code = estat,
                  .pc = refill & ~uint64_t{3},
                  .address = READ_CSR(CSR_TLBRBADV),
                  .frame = frame});
  }
  report_fault({.cause = cause_name(estat),
                .code = estat,
                .pc = READ_CSR(CSR_ERA),
                .address = READ_CSR(CSR_BADV),
                .frame = frame});
}

}  // namespace kernel::arch
