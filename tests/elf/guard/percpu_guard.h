// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The guards of checks.cc, which defines them.

#ifndef PERCPU_TESTS_ELF_GUARD_PERCPU_GUARD_H_
#define PERCPU_TESTS_ELF_GUARD_PERCPU_GUARD_H_

namespace percpu_guard {

void disable_preemption();
void enable_preemption();
bool is_preemptible();

bool disable_interrupts();
void restore_interrupts(bool were_on);

}  // namespace percpu_guard

#endif  // PERCPU_TESTS_ELF_GUARD_PERCPU_GUARD_H_
