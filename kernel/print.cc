// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/print.h"

#include "kernel/arch.h"
#include "kernel/lock.h"

namespace kernel {
namespace internal {
namespace {

constinit SpinLock console_lock;

/// What was written last; under the lock.
constinit char last_char = '\n';

/// Set by the first `Wait::kLast`, and never cleared.
constinit uint32_t is_closing = 0;

/// How long `Wait::kLast` waits. Another CPU's piece takes far less; a holder
/// that needs more has stopped.
constexpr unsigned kPatienceMilliseconds = 200;

}  // namespace

Console::Console(Wait wait) {
  if (wait == Wait::kForever) {
    while (__atomic_load_n(&is_closing, __ATOMIC_RELAXED) != 0) {
      arch::cpu_relax();
    }
    console_lock.lock();
    return;
  }
  __atomic_store_n(&is_closing, 1, __ATOMIC_RELAXED);
  for (unsigned i = 0; i < kPatienceMilliseconds; ++i) {
    if (console_lock.try_lock()) return;
    arch::delay_microseconds(1000);
  }
}

Console::~Console() { console_lock.unlock(); }

void Console::put(char c) {
  arch::console_write_char(c);
  last_char = c;
}

void Console::put(const char* text, size_t size) {
  for (size_t i = 0; i < size; ++i) put(text[i]);
}

void Console::put(const char* text) {
  while (*text != '\0') put(*text++);
}

void Console::put(bool value) { put(value ? "true" : "false"); }

void Console::put(Hex value) {
  put("0x");
  int shift = 60;
  while (shift > 0 && (value.value >> shift) == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) {
    put("0123456789abcdef"[(value.value >> shift) & 0xf]);
  }
}

void Console::end_line() {
  if (last_char != '\n') put('\n');
}

void Console::put_signed(int64_t value) {
  uint64_t magnitude = static_cast<uint64_t>(value);
  if (value < 0) {
    put('-');
    magnitude = -magnitude;
  }
  put_unsigned(magnitude);
}

void Console::put_unsigned(uint64_t value) {
  char digits[20];  // 2^64 has 20 digits.
  size_t begin = sizeof(digits);
  do {
    digits[--begin] = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  put(digits + begin, sizeof(digits) - begin);
}

}  // namespace internal

void write(const char* text, size_t size) {
  internal::Console console;
  console.put(text, size);
}

}  // namespace kernel
