// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the kernel's trap entry calls with the address of the instruction that
// it interrupted, where the setting `restart` is on:
//
//   frame->pc = percpu::restart_interrupted(frame->pc);
//
// On aarch64, riscv64 and loongarch64 a value function is several instructions.
// One that is interrupted before its store starts anew when its thread goes on,
// on whatever CPU: so no update is lost, neither to a thread that runs
// meanwhile nor to the interrupt handler, and no guard is taken. On x86_64
// every value function takes effect in one instruction, and this returns its
// argument.
//
// Call it for each interrupt and exception that may run other code which uses
// per-CPU variables, before that code runs, or before the thread goes on at the
// latest. Not for a user's or a guest's code, whose addresses may be the same
// numbers, and not for a single step, which would never come out of a function.
// docs/preemption.md has the lines for each architecture's trap entry, and says
// what NMIs and debuggers need.

#ifndef PERCPU_RESTART_H_
#define PERCPU_RESTART_H_

#include <stdint.h>

namespace percpu {

/// Returns where a thread that was interrupted at `pc` goes on: at the start of
/// the operation that `pc` is inside of, or at `pc`. Safe in every context, on
/// every CPU, also before init(). Costs two comparisons outside of all
/// operations' addresses, and a binary search among them.
uintptr_t restart_interrupted(uintptr_t pc);

}  // namespace percpu

#endif  // PERCPU_RESTART_H_
