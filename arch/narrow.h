// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The value that a load instruction left in a wider register:
//
//   uint64_t loaded;
//   asm volatile("lbu %0, ..." : "=r"(loaded) : ...);
//   return narrow<uint8_t, uint8_t>(loaded);

#ifndef PERCPU_ARCH_NARROW_H_
#define PERCPU_ARCH_NARROW_H_

namespace percpu::arch {

/// Returns `loaded` as a U. The instruction extended it as a conversion from
/// `Loaded` does, zeros or signs, which the compiler cannot see in assembler
/// text: told so, it does not extend the value once more.
template <typename U, typename Loaded, typename Register>
[[gnu::always_inline]] inline U narrow(Register loaded) {
  static_assert(sizeof(U) == sizeof(Loaded));
  if (loaded != static_cast<Register>(static_cast<Loaded>(loaded))) {
    __builtin_unreachable();
  }
  return static_cast<U>(loaded);
}

}  // namespace percpu::arch

#endif  // PERCPU_ARCH_NARROW_H_
