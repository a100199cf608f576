// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The macros that define and declare per-CPU variables. Macros, because each
// stands for several declarations and the section's name has to be a literal.
//
//   // run_queue.h
//   DECLARE_PERCPU(RunQueue, run_queue);
//
//   // run_queue.cc
//   DEF_PERCPU(RunQueue, run_queue, {.length = 0});
//
//   // A static member:
//   class Scheduler {
//     DECLARE_PERCPU_MEMBER(uint64_t, switches);
//   };
//   DEF_PERCPU_MEMBER(Scheduler, uint64_t, switches, 0);
//
// The arguments after the name are the initial value; none means zero. A type
// with a comma in it needs an alias. A class template has no such members.
// placement.h has the same macros for other parts of an area.

#ifndef PERCPU_DEFINE_H_
#define PERCPU_DEFINE_H_

#include "percpu/internal/part.h"
#include "percpu/internal/type.h"
#include "percpu/variable.h"
#include "percpu_arch/section.h"

/// Defines the per-CPU variable `name` of type T in the current namespace,
/// named or not. `name` is a `percpu::Variable`. On aarch64 it has to stand in
/// the area's first 64 KiB; the linker refuses more, by the variable's name.
#define DEF_PERCPU(T, name, ...) \
  PERCPU_INTERNAL_DEF(plain, T, name, __VA_ARGS__)

/// Declares a variable that one .cc file defines with DEF_PERCPU().
#define DECLARE_PERCPU(T, name) PERCPU_INTERNAL_DECLARE(plain, T, name)

/// Declares, in a class, a static member that one .cc file defines with
/// DEF_PERCPU_MEMBER().
#define DECLARE_PERCPU_MEMBER(T, name) \
  PERCPU_INTERNAL_DECLARE_MEMBER(plain, T, name)

/// Defines the static member `name` of `Class`, at namespace scope.
#define DEF_PERCPU_MEMBER(Class, T, name, ...) \
  PERCPU_INTERNAL_DEF_STORAGE(plain, T, Class::, name, __VA_ARGS__)

// The storage's name carries the part of the area, so that a declaration and
// a definition that disagree about it do not link. It is hidden, because only
// a symbol of the same image can be a constant in assembler text.
#define PERCPU_INTERNAL_DECLARE_STORAGE(linkage, part, T, name)     \
  [[gnu::visibility("hidden")]] linkage ::percpu::internal::Type<T> \
      name##_percpu_##part PERCPU_INTERNAL_ALIGNED(part, T);        \
  PERCPU_ARCH_DECLARE_INITIAL(linkage, T, name)

// `used`, because each CPU has a copy: what the compiler sees of the storage is
// not all that happens to it.
#define PERCPU_INTERNAL_DEF_STORAGE(part, T, scope, name, ...)    \
  PERCPU_ARCH_DEFINE_INITIAL(scope, T, name, __VA_ARGS__)         \
  PERCPU_ARCH_SECTION(part, name)                                 \
  [[gnu::used]] constinit ::percpu::internal::Type<T>             \
      scope name##_percpu_##part PERCPU_INTERNAL_ALIGNED(part, T) \
          __VA_OPT__(=) __VA_ARGS__

#define PERCPU_INTERNAL_ALIGNED(part, T) \
  [[gnu::aligned(                        \
      ::percpu::internal::kPartAlignment<T, ::percpu::internal::Part::part>)]]

#define PERCPU_INTERNAL_VARIABLE(part, T, name)           \
  ::percpu::Variable<T, &name##_percpu_##part,            \
                     ::percpu::internal::placement_of(    \
                         ::percpu::internal::Part::part), \
                     PERCPU_ARCH_INITIAL(name)>

#define PERCPU_INTERNAL_DECLARE(part, T, name)           \
  PERCPU_INTERNAL_DECLARE_STORAGE(extern, part, T, name) \
  extern const PERCPU_INTERNAL_VARIABLE(part, T, name) name

#define PERCPU_INTERNAL_DEF(part, T, name, ...)                      \
  PERCPU_INTERNAL_DECLARE_STORAGE(extern, part, T, name)             \
  [[maybe_unused]] constexpr PERCPU_INTERNAL_VARIABLE(part, T, name) \
      name = {};                                                     \
  PERCPU_INTERNAL_CHECK_INITIAL(T, __VA_ARGS__);                     \
  PERCPU_INTERNAL_DEF_STORAGE(part, T, , name, __VA_ARGS__)

#define PERCPU_INTERNAL_DECLARE_MEMBER(part, T, name)    \
  PERCPU_INTERNAL_DECLARE_STORAGE(static, part, T, name) \
  static constexpr PERCPU_INTERNAL_VARIABLE(part, T, name) name = {}

// A constant expression is a value that the template can hold. `constinit`
// demands the same but does not say what to do; it stands alone for a member,
// whose initial value may name what is private to its class.
#define PERCPU_INTERNAL_CHECK_INITIAL(T, ...)                                  \
  static_assert(                                                               \
      __builtin_constant_p((                                                   \
          [] {                                                                 \
            [[maybe_unused]] ::percpu::internal::Type<T> initial __VA_OPT__(=) \
                __VA_ARGS__;                                                   \
          }(),                                                                 \
          true)),                                                              \
      "percpu: the initial value needs code at run time, which nothing would " \
      "run for each CPU's copy; give a constant and the type a constexpr "     \
      "constructor")

#endif  // PERCPU_DEFINE_H_
