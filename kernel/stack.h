// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// How many CPUs have a stack, and how large it is. Plain macros, so that
// entry.S includes them too:
//
//   la   sp, kernel_stacks
//   li   t0, KERNEL_STACK_SIZE

#ifndef PERCPU_KERNEL_STACK_H_
#define PERCPU_KERNEL_STACK_H_

/// The largest number of CPUs, the boot CPU included.
#define KERNEL_MAX_CPUS 8

/// Bytes for each CPU; a power of two. The stack of logical CPU n ends at
/// `kernel_stacks + (n + 1) * KERNEL_STACK_SIZE`.
#define KERNEL_STACK_SHIFT 16
#define KERNEL_STACK_SIZE (1 << KERNEL_STACK_SHIFT)

#endif  // PERCPU_KERNEL_STACK_H_
