// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// No register: with a single CPU the variables are plain globals.
//
//   uintptr_t base = base_of(read_register());  // 0

#ifndef PERCPU_ARCH_NAIVE_REGISTER_H_
#define PERCPU_ARCH_NAIVE_REGISTER_H_

#include <stdint.h>

namespace percpu::arch {

inline constexpr char kRegisterName[] = "none";

/// Returns what a register would hold: the base.
constexpr uintptr_t register_of(uintptr_t base) { return base; }

/// Returns the base of the area that a register's value leads to.
constexpr uintptr_t base_of(uintptr_t register_value) { return register_value; }

/// Returns 0: a variable's offset is its address.
constexpr uintptr_t read_register() { return 0; }

/// Does nothing.
inline void write_register(uintptr_t register_value) {
  static_cast<void>(register_value);
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_REGISTER_H_
