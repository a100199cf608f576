// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The guard cannot be a per-CPU variable, since these use it. It tells the
// CPUs apart by their stacks.

#include "guard_log.h"
#include "kernel/kernel.h"
#include "percpu_guard.h"

extern "C" char kernel_stacks[KERNEL_MAX_CPUS][KERNEL_STACK_SIZE];

namespace guard_log {
namespace {

constinit Log logs[kernel::kMaxCpus] = {};

uint64_t probe(Log& log) {
  log.is_probing = true;
  const uint64_t seen = log.probe();
  log.is_probing = false;
  return seen;
}

}  // namespace

Log& current() {
  const uintptr_t stack =
      reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  return logs[(stack - reinterpret_cast<uintptr_t>(kernel_stacks)) >>
              KERNEL_STACK_SHIFT];
}

}  // namespace guard_log

namespace percpu_guard {

void disable_preemption() {
  guard_log::Log& log = guard_log::current();
  if (log.is_probing) return;
  ++log.taken;
  ++log.depth;
  if (log.probe != nullptr) log.seen_on_take = guard_log::probe(log);
}

void enable_preemption() {
  guard_log::Log& log = guard_log::current();
  if (log.is_probing) return;
  if (log.depth == 0) kernel::panic("a guard is given back that nobody took");
  if (log.probe != nullptr) log.seen_on_release = guard_log::probe(log);
  --log.depth;
}

}  // namespace percpu_guard
