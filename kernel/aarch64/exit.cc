// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include <stdint.h>

#include "kernel/arch.h"

namespace kernel::arch {
namespace {

/// Arm "Semihosting for AArch32 and AArch64", section "SYS_EXIT (0x18)": on
/// AArch64 it takes a reason and a status. PSCI's SYSTEM_OFF knows no status.
constexpr uint64_t kSysExit = 0x18;
constexpr uint64_t kApplicationExit = 0x20026;

}  // namespace

void exit(bool pass) {
  const uint64_t parameters[2] = {kApplicationExit, pass ? 0u : 1u};
  register uint64_t operation asm("x0") = kSysExit;
  register const uint64_t* arguments asm("x1") = parameters;
  // Same document, "The semihosting interface": the trap of A64.
  asm volatile("hlt #0xf000" : "+r"(operation) : "r"(arguments) : "memory");
  halt();
}

}  // namespace kernel::arch
