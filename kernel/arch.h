// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The contract of kernel/<arch>/: what the shared files ask of an architecture.
// One is linked into an image, chosen by the platform's CPU constraint.
//
//   arch::console_init();
//   arch::console_write_char('!');
//   arch::exit(true);
//
// Besides, entry.S supplies `_start`. On the boot CPU it takes the stack of CPU
// 0 and calls `kernel_boot()`. On a secondary it takes the stack of its logical
// CPU and calls `kernel_secondary(cpu)`. Both with interrupts off and a zero
// frame pointer, where a backtrace ends. It leaves GS_BASE, TPIDR_ELx, gp and
// $r21 as the reset left them: they belong to the percpu library.
// .bss is zero from the start, since an ELF loader zeroes what the file lacks.

#ifndef PERCPU_KERNEL_ARCH_H_
#define PERCPU_KERNEL_ARCH_H_

#include <stddef.h>
#include <stdint.h>

/// The shared entry points, called by entry.S (see above).
extern "C" [[noreturn]] void kernel_boot();
extern "C" [[noreturn]] void kernel_secondary(unsigned cpu);

namespace kernel::arch {
struct InterruptFrame;
}

/// Called by interrupt.S (below): returns the frame to go on with.
extern "C" kernel::arch::InterruptFrame* kernel_interrupt(
    kernel::arch::InterruptFrame* frame);

namespace kernel::arch {

// console.cc: the serial line. Callers hold the console's lock.

/// Makes the serial line ready. Called once, before any other of these.
void console_init();

/// Sends one byte, waiting for room.
void console_write_char(char c);

/// Waits until everything that was written has left.
void console_flush();

// secondary.cc: starting, stopping and idling CPUs.

/// Asks logical CPU `cpu` to run entry.S's secondary path. Called about every
/// millisecond with `attempt` 0, 1, 2... until the CPU is online, so a lost
/// request is harmless. False when the machine says that it has no such CPU.
bool start_cpu(unsigned cpu, unsigned attempt);

/// What `kernel::cpu_relax` does.
void cpu_relax();

/// Stops this CPU until an interrupt has come. Interrupts are on.
void wait_for_interrupt();

/// Stops this CPU for ever.
[[noreturn]] void halt();

// clock.cc: time, and the number of executed instructions.

/// Waits at least that long, by the machine's clock. At most 50000.
void delay_microseconds(unsigned microseconds);

/// A counter of real time.
uint64_t read_ticks();

/// How fast it counts. May take 50 ms to find out.
uint64_t ticks_per_second();

/// Makes this CPU's instruction counter count. Called once on a CPU, before
/// the two below.
void start_instruction_counter();

/// A counter that grows with each instruction, exact under QEMU's `-icount`.
uint64_t read_instruction_counter();

/// How many instructions lie between two readings, counted from somewhere in
/// the first to the same place in the second.
uint64_t instructions_between(uint64_t start, uint64_t end);

// interrupt.S, interrupt.cc: the timer of each CPU, and what it interrupts.

/// All registers of the code that an interrupt stopped, on that code's stack,
/// but for the one that leads to the CPU's area (GS_BASE, TPIDR_ELx, gp, $r21):
/// it is the CPU's and not the thread's. interrupt.S saves them, switches to
/// this CPU's interrupt stack and calls
///
///   InterruptFrame* kernel_interrupt(InterruptFrame* frame);
///
/// with interrupts off. It restores the registers from the frame that this
/// returns, perhaps another thread's, and goes on there.
struct InterruptFrame;

/// Returns where the frame's code goes on, and changes it.
uintptr_t interrupted_pc(const InterruptFrame& frame);
void set_interrupted_pc(InterruptFrame& frame, uintptr_t pc);

/// Returns a frame on the stack that ends at `stack_end`, a multiple of 16: as
/// if an interrupt had stopped `entry` at its first instruction, with
/// interrupts on. `entry` does not return.
InterruptFrame* make_interrupt_frame(uintptr_t stack_end, void (*entry)());

/// Keeps `stack_end`, a multiple of 16, for this CPU in a register that the
/// library leaves alone: where kernel_interrupt() runs.
void set_interrupt_stack(uintptr_t stack_end);
uintptr_t interrupt_stack();

/// Interrupts this CPU once, after about that time. 1 to 10000. Replaces an
/// earlier request.
void start_timer(unsigned microseconds);

/// Ends the timer's request. An interrupt that is due already may still come.
void stop_timer();

/// Turns interrupts off on this CPU and returns whether they were on.
bool disable_interrupts();

/// Turns them on again where they were.
void restore_interrupts(bool were_on);

/// Turns them on for the first time, after set_interrupt_stack(): the timer's
/// and no others.
void enable_interrupts();

// exit.cc

/// Ends the virtual machine with the status that means pass or fail. Never
/// ends it with a pass when the device that reports a failure is missing.
[[noreturn]] void exit(bool pass);

// fault.cc: the minimal trap path. Every exception is fatal.

/// Directs this CPU's exceptions to vectors.S, which reports them with
/// `report_fault`. Called once on each CPU, before anything else.
void load_fault_vectors();

/// Where a function's frame keeps its caller, in bytes from the frame pointer.
struct FrameLayout {
  ptrdiff_t caller_frame;
  ptrdiff_t return_address;
};
extern const FrameLayout kFrameLayout;

}  // namespace kernel::arch

namespace kernel {

/// An exception that nothing handles.
struct Fault {
  const char* cause;  ///< The manual's name for it.
  uint64_t code;      ///< The raw cause register.
  uintptr_t pc;       ///< The instruction that faulted.
  uintptr_t address;  ///< The address it accessed, where there is one.
  uintptr_t frame;    ///< The frame pointer at that instruction.
};

/// Prints "panic: <cause> (code) at pc <hex>, address <hex>" and a backtrace,
/// then exits with a failure.
[[noreturn]] void report_fault(const Fault& fault);

}  // namespace kernel

#endif  // PERCPU_KERNEL_ARCH_H_
