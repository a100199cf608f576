// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The timer's interrupt, which the firmware requests (RISC-V SBI Specification,
// chapter "Timer Extension").

#include <stddef.h>

#include "kernel/arch.h"
#include "kernel/riscv64/registers.h"

extern "C" const char kernel_interrupt_entry[];

namespace kernel::arch {

/// Registers by their numbers. Zero, sp and gp are not saved: sp is where the
/// frame ends.
struct InterruptFrame {
  uint64_t x[32];
  uint64_t sepc;
  uint64_t sstatus;
};
static_assert(offsetof(InterruptFrame, sepc) == FRAME_SEPC);
static_assert(offsetof(InterruptFrame, sstatus) == FRAME_SSTATUS);
static_assert(sizeof(InterruptFrame) == FRAME_SIZE);

namespace {

/// Fields of sstatus and sie (RISC-V Privileged Architecture, chapter
/// "Supervisor-Level ISA"): interrupts on; whether they were before a trap; the
/// mode before a trap; the timer's interrupt, whose cause is 5.
constexpr uint64_t kSie = 1 << 1;
constexpr uint64_t kSpie = 1 << 5;
constexpr uint64_t kSpp = 1 << 8;
constexpr uint64_t kTimerEnable = 1 << 5;

constexpr uint64_t kTimer = 0x54494d45;
constexpr uint64_t kSetTimer = 0;

/// Requests an interrupt when the `time` register has reached that, and takes
/// back an earlier one.
void set_timer(uint64_t time) { call_sbi(kTimer, kSetTimer, time, 0, 0); }

}  // namespace

uintptr_t interrupted_pc(const InterruptFrame& frame) { return frame.sepc; }

void set_interrupted_pc(InterruptFrame& frame, uintptr_t pc) {
  frame.sepc = pc;
}

/// fp and ra are zero, which ends the backtrace.
InterruptFrame* make_interrupt_frame(uintptr_t stack_end, void (*entry)()) {
  auto* const frame =
      reinterpret_cast<InterruptFrame*>(stack_end - sizeof(InterruptFrame));
  *frame = {};
  frame->sepc = reinterpret_cast<uintptr_t>(entry);
  frame->sstatus = (READ_CSR(sstatus) & ~kSie) | kSpp | kSpie;
  return frame;
}

void set_interrupt_stack(uintptr_t stack_end) {
  asm volatile("csrw sscratch, %0" : : "r"(stack_end) : "memory");
}

uintptr_t interrupt_stack() { return READ_CSR(sscratch); }

void start_timer(unsigned microseconds) {
  set_timer(read_ticks() + microseconds * ticks_per_second() / 1'000'000);
}

/// The largest time is never reached (same chapter, "Set Timer").
void stop_timer() { set_timer(~uint64_t{0}); }

bool disable_interrupts() {
  uintptr_t sstatus;
  asm volatile("csrrc %0, sstatus, %1" : "=r"(sstatus) : "r"(kSie) : "memory");
  return (sstatus & kSie) != 0;
}

void restore_interrupts(bool were_on) {
  if (were_on) asm volatile("csrs sstatus, %0" : : "r"(kSie) : "memory");
}

void enable_interrupts() {
  asm volatile("csrw stvec, %0" : : "r"(kernel_interrupt_entry) : "memory");
  asm volatile("csrw sie, %0" : : "r"(kTimerEnable) : "memory");
  restore_interrupts(true);
}

}  // namespace kernel::arch
