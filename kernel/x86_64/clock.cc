// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/arch.h"
#include "kernel/x86_64/registers.h"

namespace kernel::arch {
namespace {

/// Channel 0 of the interval timer (Intel 8254 data sheet): mode 0 counts down
/// once and raises its output; "read back" latches the status with that output.
constexpr uint16_t kTimerCount = 0x40;
constexpr uint16_t kTimerControl = 0x43;
constexpr uint8_t kCountDownOnce = 0x30;
constexpr uint8_t kReadBackStatus = 0xe2;
constexpr uint8_t kOutput = 1 << 7;
constexpr uint64_t kTimerHz = 1'193'182;

/// The longest wait that the timer's 16 bits hold, to compare the time stamp
/// counter with.
constexpr unsigned kComparedMicroseconds = 50'000;

/// The time stamp counter (Intel SDM volume 2, RDTSC).
uint64_t read_time_stamp() {
  uint32_t low;
  uint32_t high;
  asm volatile("rdtsc" : "=a"(low), "=d"(high) : : "memory");
  return (uint64_t{high} << 32) | low;
}

}  // namespace

void delay_microseconds(unsigned microseconds) {
  const uint64_t ticks = microseconds * kTimerHz / 1'000'000 + 1;
  out8(kTimerControl, kCountDownOnce);
  out8(kTimerCount, static_cast<uint8_t>(ticks));
  out8(kTimerCount, static_cast<uint8_t>(ticks >> 8));
  do {
    cpu_relax();
    out8(kTimerControl, kReadBackStatus);
  } while ((in8(kTimerCount) & kOutput) == 0);
}

uint64_t read_ticks() { return read_time_stamp(); }

uint64_t ticks_per_second() {
  const uint64_t start = read_time_stamp();
  delay_microseconds(kComparedMicroseconds);
  return (read_time_stamp() - start) * (1'000'000 / kComparedMicroseconds);
}

/// The time stamp counter runs from reset.
void start_instruction_counter() {}

/// With `-icount shift=0` QEMU's time stamp is its virtual clock in
/// nanoseconds, one for each instruction (cpu_get_ticks).
uint64_t read_instruction_counter() { return read_time_stamp(); }

uint64_t instructions_between(uint64_t start, uint64_t end) {
  return end - start;
}

}  // namespace kernel::arch
