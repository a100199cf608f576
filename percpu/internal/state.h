// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What init() leaves behind, and the check of a CPU's id against it.
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

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_STATE_H_
