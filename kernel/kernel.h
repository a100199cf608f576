// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A minimal SMP kernel: what an image needs to run C++ on every CPU of a QEMU
// machine and to report how it went.
//
//   void run(unsigned cpu) { kernel::print("hello from CPU ", cpu, "\n"); }
//
//   void kernel_main() {
//     unsigned online = kernel::start_secondary_cpus(run, 4);
//     kernel::print(online, " CPUs\n");
//     kernel::exit(0);
//   }
//
// CPUs are numbered 0 to total-1; these logical numbers are the kernel's own,
// and CPU 0 is the one that boots. Interrupts are off on every CPU,
// but for run_threads() (thread.h).

#ifndef PERCPU_KERNEL_KERNEL_H_
#define PERCPU_KERNEL_KERNEL_H_

#include "kernel/print.h"
#include "kernel/stack.h"

/// The image's own code. It runs on CPU 0 after the static constructors. It
/// must not return: an image ends with `kernel::exit`.
extern "C" void kernel_main();

namespace kernel {

/// The largest `total` of `start_secondary_cpus`.
inline constexpr unsigned kMaxCpus = KERNEL_MAX_CPUS;

/// Starts CPUs 1 to total-1 and returns when all of them are online: the
/// number of CPUs online, which is `total`. Each runs `entry(cpu)` on its own
/// stack, at once and in parallel, and halts when `entry` returns. What the
/// caller wrote before is visible to them.
///
/// Call it once, from `kernel_main`. Panics when `total` is 0 or above
/// `kMaxCpus`, on a second call, and when a CPU is not online after ten
/// seconds or more. Costs one to ten milliseconds for each CPU.
unsigned start_secondary_cpus(void (*entry)(unsigned cpu), unsigned total);

/// Ends the virtual machine, from any CPU. `status` 0 passes and everything
/// else fails; README.md lists QEMU's exit status for both. Waits until the
/// serial line has taken all output.
[[noreturn]] void exit(int status);

/// Prints "panic: <message>" and one "  at <address>" line for each caller,
/// then exits with a failure. Safe on any CPU at any time, also while this CPU
/// or another one is printing. Of several CPUs that panic the first reports.
[[noreturn]] void panic(const char* message);

/// Tells the CPU that it spins: call it in each round of a waiting loop.
void cpu_relax();

}  // namespace kernel

#endif  // PERCPU_KERNEL_KERNEL_H_
