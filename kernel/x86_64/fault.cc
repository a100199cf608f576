// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/arch.h"
#include "kernel/x86_64/registers.h"

extern "C" const char kernel_vectors[];

namespace kernel::arch {
namespace {

/// What lies on the stack in vectors.S: its own two words, then the CPU's
/// (Intel SDM volume 3, "64-Bit Mode Stack Frame").
struct ExceptionFrame {
  uint64_t vector;
  uint64_t error_code;
  uint64_t rip;
};

/// Same volume, table "Protected-Mode Exceptions and Interrupts".
constexpr const char* kNames[VECTOR_COUNT] = {
    "divide error",
    "debug exception",
    "non-maskable interrupt",
    "breakpoint",
    "overflow",
    "bound range exceeded",
    "invalid opcode",
    "device not available",
    "double fault",
    "exception 9",
    "invalid TSS",
    "segment not present",
    "stack-segment fault",
    "general protection",
    "page fault",
    "exception 15",
    "x87 floating-point error",
    "alignment check",
    "machine check",
    "SIMD floating-point exception",
    "virtualization exception",
    "control protection exception",
    "exception 22",
    "exception 23",
    "exception 24",
    "exception 25",
    "exception 26",
    "exception 27",
    "exception 28",
    "exception 29",
    "exception 30",
    "exception 31",
};

constexpr uint64_t kPageFault = 14;

/// An interrupt gate (same volume, figure "64-Bit IDT Gate Descriptors").
struct Gate {
  uint16_t offset_low;
  uint16_t selector;
  uint8_t stack;
  uint8_t type;
  uint16_t offset_middle;
  uint32_t offset_high;
  uint32_t reserved;
};

/// Present, of ring 0; it turns interrupts off.
constexpr uint8_t kInterruptGate = 0x8e;

constinit Gate gates[GATE_COUNT] = {};

struct [[gnu::packed]] TablePointer {
  uint16_t limit;
  const Gate* base;
};

uint64_t read_cr2() {
  uint64_t value;
  asm volatile("movq %%cr2, %0" : "=r"(value));
  return value;
}

}  // namespace

const FrameLayout kFrameLayout = {.caller_frame = 0, .return_address = 8};

/// Every CPU writes the same gates, so those that others use do not change.
void load_fault_vectors() {
  for (unsigned i = 0; i < VECTOR_COUNT; ++i) {
    set_gate(i, reinterpret_cast<uintptr_t>(kernel_vectors) +
                    uintptr_t{i} * VECTOR_SIZE);
  }
  const TablePointer pointer = {.limit = sizeof(gates) - 1, .base = gates};
  asm volatile("lidt %0" : : "m"(pointer) : "memory");
}

extern "C" [[noreturn]] void kernel_fault(const ExceptionFrame* exception,
                                          uintptr_t frame) {
  const bool has_address = exception->vector == kPageFault;
  report_fault({.cause = kNames[exception->vector],
                .code = exception->error_code,
                .pc = exception->rip,
                .address = has_address ? read_cr2() : 0,
                .frame = frame});
}

}  // namespace kernel::arch

void kernel::set_gate(unsigned vector, uintptr_t entry) {
  arch::gates[vector] = {.offset_low = static_cast<uint16_t>(entry),
                         .selector = CODE64,
                         .stack = 0,
                         .type = arch::kInterruptGate,
                         .offset_middle = static_cast<uint16_t>(entry >> 16),
                         .offset_high = static_cast<uint32_t>(entry >> 32),
                         .reserved = 0};
}
