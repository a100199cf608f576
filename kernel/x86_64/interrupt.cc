// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The interrupt of the local APIC's timer (Intel SDM volume 3, chapter
// "Advanced Programmable Interrupt Controller", section "APIC Timer").

#include <stddef.h>

#include "kernel/arch.h"
#include "kernel/lock.h"
#include "kernel/x86_64/registers.h"

extern "C" const char kernel_interrupt_entry[];
extern "C" const char kernel_interrupt_spurious[];

namespace kernel::arch {

/// In the order that interrupt.S and the CPU push it, from the last.
struct InterruptFrame {
  uint64_t r15, r14, r13, r12, r11, r10, r9, r8;
  uint64_t rdi, rsi, rbp, rbx, rdx, rcx, rax;
  uint64_t rip, cs, rflags, rsp, ss;
};
static_assert(offsetof(InterruptFrame, rip) == 15 * sizeof(uint64_t));
static_assert(sizeof(InterruptFrame) == 20 * sizeof(uint64_t));

namespace {

/// RFLAGS: a bit that is always set, and the one that lets interrupts through
/// (Intel SDM volume 1, figure "EFLAGS Register").
constexpr uint64_t kFlagsFixed = 1 << 1;
constexpr uint64_t kFlagsInterrupts = 1 << 9;

/// One shot is what an entry without a mode means. The divider counts each
/// cycle of the timer's clock (section "APIC Timer", figures "Local Vector
/// Table" and "Divide Configuration Register").
constexpr uint32_t kDivideByOne = 0b1011;

/// The mask registers of the two older interrupt controllers (Intel 8259A data
/// sheet, OCW1), at the PC's ports.
constexpr uint16_t kFirstPicMask = 0x21;
constexpr uint16_t kSecondPicMask = 0xa1;
constexpr uint8_t kAll = 0xff;

constexpr unsigned kComparedMicroseconds = 10'000;

/// What the timer counts in kComparedMicroseconds, the same on all CPUs. Zero
/// until the first one has compared it with the clock.
constinit uint32_t compared_count = 0;
constinit SpinLock compared_lock;

/// Counts down from the largest number for a known time.
uint32_t compare_with_clock() {
  apic(APIC_TIMER_INITIAL_COUNT) = ~uint32_t{0};
  delay_microseconds(kComparedMicroseconds);
  return ~uint32_t{0} - apic(APIC_TIMER_CURRENT_COUNT);
}

/// One CPU at a time: they share the clock that delay_microseconds() uses.
uint64_t count_in_compared_time() {
  uint32_t count = __atomic_load_n(&compared_count, __ATOMIC_RELAXED);
  if (count != 0) return count;
  compared_lock.lock();
  if (compared_count == 0) {
    __atomic_store_n(&compared_count, compare_with_clock(), __ATOMIC_RELAXED);
  }
  count = compared_count;
  compared_lock.unlock();
  return count;
}

}  // namespace

uintptr_t interrupted_pc(const InterruptFrame& frame) { return frame.rip; }

void set_interrupted_pc(InterruptFrame& frame, uintptr_t pc) { frame.rip = pc; }

/// As after a call, which leaves the stack eight bytes off a multiple of 16.
/// The return address and RBP are zero, which ends the backtrace.
InterruptFrame* make_interrupt_frame(uintptr_t stack_end, void (*entry)()) {
  const uintptr_t stack = stack_end - sizeof(uint64_t);
  *reinterpret_cast<uint64_t*>(stack) = 0;
  auto* const frame =
      reinterpret_cast<InterruptFrame*>(stack - sizeof(InterruptFrame));
  *frame = {};
  frame->rip = reinterpret_cast<uintptr_t>(entry);
  frame->cs = CODE64;
  frame->rflags = kFlagsFixed | kFlagsInterrupts;
  frame->rsp = stack;
  frame->ss = DATA;
  return frame;
}

void set_interrupt_stack(uintptr_t stack_end) {
  asm volatile("wrmsr"
               :
               : "c"(MSR_INTERRUPT_STACK),
                 "a"(static_cast<uint32_t>(stack_end)), "d"(stack_end >> 32)
               : "memory");
}

uintptr_t interrupt_stack() {
  uint32_t low;
  uint32_t high;
  asm volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(MSR_INTERRUPT_STACK));
  return uint64_t{high} << 32 | low;
}

/// The APIC is enabled first: until then it keeps the timer masked.
void start_timer(unsigned microseconds) {
  apic(APIC_SPURIOUS_VECTOR) = kApicEnable | SPURIOUS_VECTOR;
  apic(APIC_TIMER) = TIMER_VECTOR;
  apic(APIC_TIMER_DIVIDE) = kDivideByOne;
  const uint64_t count =
      microseconds * count_in_compared_time() / kComparedMicroseconds;
  apic(APIC_TIMER_INITIAL_COUNT) = static_cast<uint32_t>(count) + 1;
}

/// A count of zero stops it.
void stop_timer() { apic(APIC_TIMER_INITIAL_COUNT) = 0; }

bool disable_interrupts() {
  uintptr_t flags;
  asm volatile("pushfq; popq %0; cli" : "=r"(flags) : : "memory");
  return (flags & kFlagsInterrupts) != 0;
}

void restore_interrupts(bool were_on) {
  if (were_on) asm volatile("sti" ::: "memory");
}

/// Every CPU writes the same gates, so those that others use do not change. The
/// firmware may have left the older controllers open.
void enable_interrupts() {
  set_gate(TIMER_VECTOR, reinterpret_cast<uintptr_t>(kernel_interrupt_entry));
  set_gate(SPURIOUS_VECTOR,
           reinterpret_cast<uintptr_t>(kernel_interrupt_spurious));
  out8(kFirstPicMask, kAll);
  out8(kSecondPicMask, kAll);
  asm volatile("sti" ::: "memory");
}

}  // namespace kernel::arch
