// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The constant timer's interrupt.

#include <stddef.h>
#include <stdint.h>

#include "kernel/arch.h"
#include "kernel/loongarch64/registers.h"

namespace kernel::arch {

struct InterruptFrame {
  /// By their numbers; $r0, $r3 and $r21 are not used.
  uint64_t r[32];
  uint64_t era;
  uint64_t prmd;
};
static_assert(offsetof(InterruptFrame, era) == FRAME_ERA);
static_assert(offsetof(InterruptFrame, prmd) == FRAME_PRMD);
static_assert(sizeof(InterruptFrame) == FRAME_SIZE);

namespace {

/// LoongArch Reference Manual volume 1, chapter "Control and Status Registers".
/// Interrupts are on, and will be after the return (CRMD.IE, PRMD.PIE).
constexpr uint64_t kInterruptEnable = 1 << 2;

/// The timer's interrupt alone, at the one entry of all exceptions (ECFG.LIE
/// and VS).
constexpr uint64_t kTimerInterrupt = 1 << 11;

/// The timer runs once from a multiple of 4 (TCFG.En and InitVal).
constexpr uint64_t kTimerEnable = 1 << 0;
constexpr uint64_t kTimerValue = ~uint64_t{3};

/// Ends the timer's request (TICLR.CLR).
constexpr uint64_t kTimerClear = 1 << 0;

/// Writes the bit kInterruptEnable of CRMD and returns what it was (same
/// manual, CSRXCHG).
uint64_t exchange_interrupt_enable(uint64_t value) {
  asm volatile("csrxchg %0, %1, %2"
               : "+r"(value)
               : "r"(kInterruptEnable), "i"(CSR_CRMD)
               : "memory");
  return value & kInterruptEnable;
}

}  // namespace

uintptr_t interrupted_pc(const InterruptFrame& frame) { return frame.era; }

void set_interrupted_pc(InterruptFrame& frame, uintptr_t pc) { frame.era = pc; }

/// All other registers are zero: $ra and $fp end the backtrace.
InterruptFrame* make_interrupt_frame(uintptr_t stack_end, void (*entry)()) {
  auto* const frame =
      reinterpret_cast<InterruptFrame*>(stack_end - sizeof(InterruptFrame));
  *frame = {};
  frame->era = reinterpret_cast<uintptr_t>(entry);
  frame->prmd = kInterruptEnable;
  return frame;
}

void set_interrupt_stack(uintptr_t stack_end) {
  WRITE_CSR(CSR_INTERRUPT_STACK, stack_end);
}

uintptr_t interrupt_stack() { return READ_CSR(CSR_INTERRUPT_STACK); }

/// It counts down with the stable counter's frequency.
void start_timer(unsigned microseconds) {
  const uint64_t ticks = microseconds * ticks_per_second() / 1'000'000;
  WRITE_CSR(CSR_TICLR, kTimerClear);
  WRITE_CSR(CSR_TCFG, (ticks & kTimerValue) | kTimerEnable);
}

void stop_timer() {
  WRITE_CSR(CSR_TCFG, 0);
  WRITE_CSR(CSR_TICLR, kTimerClear);
}

bool disable_interrupts() { return exchange_interrupt_enable(0) != 0; }

void restore_interrupts(bool were_on) {
  if (were_on) exchange_interrupt_enable(kInterruptEnable);
}

/// The boot ROM leaves the interrupt by which CPUs start enabled; here it is
/// off.
void enable_interrupts() {
  WRITE_CSR(CSR_ECFG, kTimerInterrupt);
  exchange_interrupt_enable(kInterruptEnable);
}

}  // namespace kernel::arch
