// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/aarch64/registers.h"
#include "kernel/arch.h"

extern "C" const char kernel_vectors[];

namespace kernel::arch {
namespace {

/// The exception registers of the level that this CPU runs at (Arm ARM,
/// ESR_ELx, ELR_ELx and FAR_ELx).
struct Syndrome {
  uint64_t esr;
  uint64_t elr;
  uint64_t far;
};

Syndrome read_syndrome() {
  Syndrome s;
  if (is_at_el2()) {
    asm volatile("mrs %0, esr_el2" : "=r"(s.esr));
    asm volatile("mrs %0, elr_el2" : "=r"(s.elr));
    asm volatile("mrs %0, far_el2" : "=r"(s.far));
  } else {
    asm volatile("mrs %0, esr_el1" : "=r"(s.esr));
    asm volatile("mrs %0, elr_el1" : "=r"(s.elr));
    asm volatile("mrs %0, far_el1" : "=r"(s.far));
  }
  return s;
}

/// What the entries of each group of four in the vector table are for.
constexpr unsigned kSynchronous = 0;
constexpr const char* kVectorNames[] = {"synchronous", "IRQ", "FIQ", "SError"};

/// A synchronous exception's class (Arm ARM, ESR_ELx.EC).
const char* class_name(uint64_t esr) {
  switch ((esr >> 26) & 0x3f) {
    case 0x00:
      return "unknown or undefined instruction";
    case 0x07:
      return "floating point or SIMD is off";
    case 0x0e:
      return "illegal execution state";
    case 0x15:
      return "system call";
    case 0x16:
      return "hypervisor call";
    case 0x18:
      return "trapped system register";
    case 0x20:
    case 0x21:
      return "instruction abort";
    case 0x22:
      return "misaligned pc";
    case 0x24:
    case 0x25:
      return "data abort";
    case 0x26:
      return "misaligned sp";
    case 0x3c:
      return "breakpoint instruction";
    default:
      return "synchronous exception";
  }
}

/// True for the classes that set FAR_ELx: aborts and a misaligned pc.
bool has_address(uint64_t esr) {
  const uint64_t exception_class = (esr >> 26) & 0x3f;
  return exception_class >= 0x20 && exception_class <= 0x25;
}

}  // namespace

/// The frame record (AAPCS64, section "The Frame Pointer").
const FrameLayout kFrameLayout = {.caller_frame = 0, .return_address = 8};

void load_fault_vectors() {
  if (is_at_el2()) {
    asm volatile("msr vbar_el2, %0; isb" : : "r"(kernel_vectors) : "memory");
  } else {
    asm volatile("msr vbar_el1, %0; isb" : : "r"(kernel_vectors) : "memory");
  }
}

extern "C" [[noreturn]] void kernel_fault(unsigned vector, uintptr_t frame) {
  const Syndrome syndrome = read_syndrome();
  const unsigned kind = vector % 4;
  const bool is_synchronous = kind == kSynchronous;
  report_fault(
      {.cause = is_synchronous ? class_name(syndrome.esr) : kVectorNames[kind],
       .code = syndrome.esr,
       .pc = syndrome.elr,
       .address =
           is_synchronous && has_address(syndrome.esr) ? syndrome.far : 0,
       .frame = frame});
}

}  // namespace kernel::arch
