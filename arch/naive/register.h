// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// No register: with a single CPU the variables are plain globals.
//
//   uintptr_t base = read_base();  // 0

#ifndef PERCPU_ARCH_NAIVE_REGISTER_H_
#define PERCPU_ARCH_NAIVE_REGISTER_H_

#include <stdint.h>

namespace percpu::arch {

inline constexpr char kRegisterName[] = "none";

/// Returns 0: a variable's offset is its address.
constexpr uintptr_t read_base() { return 0; }

/// Does nothing.
inline void write_base(uintptr_t base) { static_cast<void>(base); }

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NAIVE_REGISTER_H_
