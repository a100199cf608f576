// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The ends: exit, panic and the report of a fault.

#include "kernel/arch.h"
#include "kernel/kernel.h"

// Set by kernel.ld: where the code and the whole image lie.
extern "C" const char kernel_text_start[];
extern "C" const char kernel_text_end[];
extern "C" const char kernel_image_start[];
extern "C" const char _end[];

namespace kernel {
namespace {

using internal::Console;
using internal::Wait;

constexpr unsigned kMaxBacktrace = 32;

constinit uint32_t report_started = 0;

/// Lets the first report through. Whoever comes later gives it a second, then
/// ends the machine itself, so a fault inside the report cannot hang.
void claim_report() {
  if (__atomic_exchange_n(&report_started, 1, __ATOMIC_ACQ_REL) == 0) return;
  for (unsigned i = 0; i < 1000; ++i) arch::delay_microseconds(1000);
  arch::exit(false);
}

bool is_within(uintptr_t address, const char* start, const char* end) {
  return address >= reinterpret_cast<uintptr_t>(start) &&
         address < reinterpret_cast<uintptr_t>(end);
}

/// Reads a word of the stack; false for an address where no stack can be.
bool read_stack(uintptr_t address, uintptr_t* value) {
  if (address % sizeof(uintptr_t) != 0) return false;
  if (!is_within(address, kernel_image_start, _end)) return false;
  *value = *reinterpret_cast<const uintptr_t*>(address);
  return true;
}

/// Prints the return addresses from `frame` on. Stops at a frame pointer of
/// zero, at one that does not rise, and at anything that is no code address.
void print_backtrace(Console& console, uintptr_t frame) {
  const arch::FrameLayout& layout = arch::kFrameLayout;
  for (unsigned i = 0; i < kMaxBacktrace; ++i) {
    uintptr_t caller_frame;
    uintptr_t return_address;
    if (!read_stack(frame + layout.caller_frame, &caller_frame)) return;
    if (!read_stack(frame + layout.return_address, &return_address)) return;
    // A return address follows a call, so it may be the end of the text.
    if (!is_within(return_address - 1, kernel_text_start, kernel_text_end)) {
      return;
    }
    console.put("  at ");
    console.put(Hex{return_address});
    console.put('\n');
    if (caller_frame <= frame) return;
    frame = caller_frame;
  }
}

/// Ends the machine with nobody inside a `print`, and all output sent.
[[noreturn]] void finish(bool pass) {
  Console console(Wait::kLast);
  arch::console_flush();
  arch::exit(pass);
}

}  // namespace

void exit(int status) { finish(status == 0); }

void panic(const char* message) {
  claim_report();
  {
    Console console(Wait::kLast);
    console.end_line();
    console.put("panic: ");
    console.put(message);
    console.put('\n');
    print_backtrace(console,
                    reinterpret_cast<uintptr_t>(__builtin_frame_address(0)));
  }
  finish(false);
}

void report_fault(const Fault& fault) {
  claim_report();
  {
    Console console(Wait::kLast);
    console.end_line();
    console.put("panic: ");
    console.put(fault.cause);
    console.put(" (");
    console.put(Hex{fault.code});
    console.put(") at pc ");
    console.put(Hex{fault.pc});
    console.put(", address ");
    console.put(Hex{fault.address});
    console.put('\n');
    print_backtrace(console, fault.frame);
  }
  finish(false);
}

}  // namespace kernel
