// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// No section: with a single CPU a variable is a plain global, and its initial
// value stands beside it, which the linker drops unless it is used. But in a
// process, percpu::testing gives all of them their initial values at once.
//
//   PERCPU_ARCH_SECTION(hot, ticks) constinit uint64_t ticks_percpu_hot = 0;

#ifndef PERCPU_ARCH_NAIVE_SECTION_H_
#define PERCPU_ARCH_NAIVE_SECTION_H_

// Macros, because they stand for attributes and declarations.
#if defined(__linux__) && __STDC_HOSTED__
#define PERCPU_ARCH_SECTION(part, name) [[gnu::section("percpu_globals")]]
#else
#define PERCPU_ARCH_SECTION(part, name)
#endif

#define PERCPU_ARCH_DECLARE_INITIAL(linkage, T, name) \
  linkage ::percpu::internal::Type<T> name##_percpu_initial;
#define PERCPU_ARCH_DEFINE_INITIAL(scope, T, name, ...) \
  constinit ::percpu::internal::Type<T> scope           \
      name##_percpu_initial __VA_OPT__(=) __VA_ARGS__;
#define PERCPU_ARCH_INITIAL(name) &name##_percpu_initial

#endif  // PERCPU_ARCH_NAIVE_SECTION_H_
