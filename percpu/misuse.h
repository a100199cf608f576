// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the library does about wrong use that only shows at run time: it calls
// percpu_panic(), which a kernel defines to say so in its own way:
//
//   void percpu_panic(const percpu::Misuse& misuse) {
//     kernel::print("panic: ", misuse.message, ": ", misuse.subject);
//     kernel::stop_all_cpus();
//   }

#ifndef PERCPU_MISUSE_H_
#define PERCPU_MISUSE_H_

namespace percpu {

/// One wrong use. The texts live forever.
struct Misuse {
  /// A sentence: what is wrong and what to do.
  const char* message;
  /// What it is about: the variable's name with its namespace, or the name of
  /// the function that was called or of the guard.
  const char* subject;
  /// The code address that the wrong call returns to. What lies between the
  /// kernel's code and the library's check is always inlined, so that it is in
  /// the function that is wrong.
  const void* call_site;
};

}  // namespace percpu

/// Called on wrong use, on the CPU concerned, in whatever state that is in:
/// interrupts on or off, before init(), without a valid area. Must not return
/// and must not touch a per-CPU variable. Unless the kernel defines it, a
/// kernel stops at a trap instruction and a Linux process aborts with the
/// message.
extern "C" [[noreturn]] void percpu_panic(const percpu::Misuse& misuse);

#endif  // PERCPU_MISUSE_H_
