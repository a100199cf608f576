// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The generic timer's interrupt, through a GICv2, at EL1 or at EL2.

#include <stddef.h>
#include <stdint.h>

#include "kernel/aarch64/registers.h"
#include "kernel/arch.h"

namespace kernel::arch {

struct InterruptFrame {
  uint64_t x[31];
  uint64_t elr;
  uint64_t spsr;
  uint64_t padding;
};
static_assert(offsetof(InterruptFrame, elr) == FRAME_ELR);
static_assert(offsetof(InterruptFrame, spsr) == FRAME_SPSR);
static_assert(sizeof(InterruptFrame) == FRAME_SIZE);

namespace {

/// Saved state (Arm ARM, SPSR_EL1 and SPSR_EL2): the level with its own stack
/// pointer (M), and debug exceptions, SErrors and FIQs masked (D, A, F).
constexpr uint64_t kEl1h = 0b0101;
constexpr uint64_t kEl2h = 0b1001;
constexpr uint64_t kAllButIrqMasked = (1 << 9) | (1 << 8) | (1 << 6);

/// IRQs are masked (Arm ARM, DAIF.I).
constexpr uint64_t kIrqMasked = 1 << 7;

/// EL2 takes the interrupts of all levels (Arm ARM, HCR_EL2.IMO).
constexpr uint64_t kIrqToEl2 = 1 << 4;

/// The timer runs and its interrupt is not masked (Arm ARM, CNTP_CTL_EL0 and
/// CNTHP_CTL_EL2).
constexpr uint64_t kTimerEnable = 1 << 0;

/// The interrupts of the physical timers of EL1 and EL2 (Arm DEN 0094, Base
/// System Architecture, section "PPI assignments").
constexpr unsigned kEl1TimerInterrupt = 30;
constexpr unsigned kEl2TimerInterrupt = 26;

/// The distributor (hw/arm/virt.c, VIRT_GIC_DIST), and registers of it and of
/// the CPU interface (Arm IHI 0048, GICv2 Architecture Specification, chapter
/// "Programmers' Model"). Bit 0 of GICD_CTLR and GICC_CTLR forwards interrupts;
/// GICD_ISENABLER0 is each CPU's own; GICC_PMR lets all priorities below its
/// value through.
constexpr uintptr_t kGicDistributor = 0x0800'0000;
constexpr uintptr_t kGicdCtlr = 0x000;
constexpr uintptr_t kGicdIsenabler0 = 0x100;
constexpr uintptr_t kGiccCtlr = 0x00;
constexpr uintptr_t kGiccPmr = 0x04;
constexpr uint32_t kGicEnable = 1 << 0;
constexpr uint32_t kAllPriorities = 0xff;

volatile uint32_t& device(uintptr_t address) {
  return *reinterpret_cast<volatile uint32_t*>(address);
}

}  // namespace

uintptr_t interrupted_pc(const InterruptFrame& frame) { return frame.elr; }

void set_interrupted_pc(InterruptFrame& frame, uintptr_t pc) { frame.elr = pc; }

/// All other registers are zero: x29 and x30 end the backtrace.
InterruptFrame* make_interrupt_frame(uintptr_t stack_end, void (*entry)()) {
  auto* const frame =
      reinterpret_cast<InterruptFrame*>(stack_end - sizeof(InterruptFrame));
  *frame = {};
  frame->elr = reinterpret_cast<uintptr_t>(entry);
  frame->spsr = (is_at_el2() ? kEl2h : kEl1h) | kAllButIrqMasked;
  return frame;
}

/// In a register that means nothing to the CPU (Arm ARM, TPIDRRO_EL0).
void set_interrupt_stack(uintptr_t stack_end) {
  asm volatile("msr tpidrro_el0, %0" : : "r"(stack_end) : "memory");
}

uintptr_t interrupt_stack() {
  uintptr_t stack_end;
  asm volatile("mrs %0, tpidrro_el0" : "=r"(stack_end));
  return stack_end;
}

/// The value that counts down to the interrupt (Arm ARM, CNTP_TVAL_EL0 and
/// CNTHP_TVAL_EL2). Setting it ends the request of the last one.
void start_timer(unsigned microseconds) {
  const uint64_t ticks = microseconds * ticks_per_second() / 1'000'000;
  if (is_at_el2()) {
    asm volatile("msr cnthp_tval_el2, %0" : : "r"(ticks) : "memory");
    asm volatile("msr cnthp_ctl_el2, %0; isb" : : "r"(kTimerEnable) : "memory");
  } else {
    asm volatile("msr cntp_tval_el0, %0" : : "r"(ticks) : "memory");
    asm volatile("msr cntp_ctl_el0, %0; isb" : : "r"(kTimerEnable) : "memory");
  }
}

void stop_timer() {
  if (is_at_el2()) {
    asm volatile("msr cnthp_ctl_el2, xzr; isb" : : : "memory");
  } else {
    asm volatile("msr cntp_ctl_el0, xzr; isb" : : : "memory");
  }
}

/// The interrupt mask (Arm ARM, DAIF).
bool disable_interrupts() {
  uint64_t daif;
  asm volatile("mrs %0, daif; msr daifset, #2" : "=r"(daif) : : "memory");
  return (daif & kIrqMasked) == 0;
}

void restore_interrupts(bool were_on) {
  if (were_on) asm volatile("msr daifclr, #2" : : : "memory");
}

/// Opens the whole way from this CPU's timer. No other interrupt is enabled in
/// the distributor.
void enable_interrupts() {
  device(kGicDistributor + kGicdCtlr) = kGicEnable;
  device(kGicDistributor + kGicdIsenabler0) =
      1u << (is_at_el2() ? kEl2TimerInterrupt : kEl1TimerInterrupt);
  device(GIC_CPU + kGiccPmr) = kAllPriorities;
  device(GIC_CPU + kGiccCtlr) = kGicEnable;
  if (is_at_el2()) {
    uint64_t hcr;
    asm volatile("mrs %0, hcr_el2" : "=r"(hcr));
    asm volatile("msr hcr_el2, %0; isb" : : "r"(hcr | kIrqToEl2) : "memory");
  }
  asm volatile("msr daifclr, #2" : : : "memory");
}

}  // namespace kernel::arch
