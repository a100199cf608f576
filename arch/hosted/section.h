// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The section of a Linux process's template. Its name is a C identifier, so
// the linker supplies its bounds and needs no script.
//
//   PERCPU_ARCH_SECTION(hot, ticks) constinit uint64_t ticks_percpu_hot = 0;

#ifndef PERCPU_ARCH_HOSTED_SECTION_H_
#define PERCPU_ARCH_HOSTED_SECTION_H_

// Macros, because they stand for attributes and declarations. Hidden symbols
// are reached without the global offset table.
#define PERCPU_ARCH_SECTION(part, name) \
  [[gnu::section("percpu_template"), gnu::visibility("hidden")]]

// The template is never an area and keeps the initial values.
#define PERCPU_ARCH_DECLARE_INITIAL(linkage, T, name)
#define PERCPU_ARCH_DEFINE_INITIAL(scope, T, name, ...)
#define PERCPU_ARCH_INITIAL(name) nullptr

#endif  // PERCPU_ARCH_HOSTED_SECTION_H_
