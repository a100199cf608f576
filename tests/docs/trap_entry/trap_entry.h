// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A trap entry with the lines of docs/preemption.md in it, one for each
// architecture that needs them.
//
//   install_trap_entry();
//   asm volatile("ebreak");

#ifndef PERCPU_TESTS_DOCS_TRAP_ENTRY_TRAP_ENTRY_H_
#define PERCPU_TESTS_DOCS_TRAP_ENTRY_TRAP_ENTRY_H_

/// Directs this CPU's traps to an entry that does nothing but go on where the
/// document's lines say.
extern "C" void install_trap_entry();

#endif  // PERCPU_TESTS_DOCS_TRAP_ENTRY_TRAP_ENTRY_H_
