// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What init() leaves behind, and the checks that every build or a debug build
// makes of it.
//
//   for (size_t cpu = 0; cpu < state.cpu_count; ++cpu) visit(cpu);

#ifndef PERCPU_INTERNAL_STATE_H_
#define PERCPU_INTERNAL_STATE_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::internal {

/// Written by init() before any other CPU goes on; constant from then on.
struct State {
  /// The number of areas; 0 until init() is done.
  size_t cpu_count;
  /// Whether write_percpu_reg() came before init().
  bool used_too_early;
};
[[gnu::visibility("hidden")]] extern State state;

/// Panics unless init() is done and `cpu` has an area. `subject` is the
/// function that the kernel called, or the variable whose copy it asked for.
[[gnu::noinline]] void check_cpu(size_t cpu, const char* subject);

/// Panics unless the current CPU's register leads to an area. `variable` is
/// what the kernel is about to access.
[[gnu::noinline]] void check_register(const char* variable);

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_STATE_H_
