// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The checks that a debug build makes before each access. Without
// PERCPU_DEBUG_CHECKS they are no code.
//
//   check_access<&ticks_percpu_plain>();

#ifndef PERCPU_INTERNAL_CHECKS_H_
#define PERCPU_INTERNAL_CHECKS_H_

#include <stddef.h>

#include "percpu/internal/debug.h"
#include "percpu/internal/state.h"
#include "percpu/pin.h"

namespace percpu::internal {

template <size_t kSize>
struct Name {
  char text[kSize];
};

/// Returns the name of the variable whose storage is `kStorage`, with its
/// namespaces, or of its member. Clang spells the parameter as
/// `[kStorage = &ns::name_percpu_plain]` or `[kStorage =
/// &name_percpu_plain.member]`.
template <auto kStorage>
consteval auto name_of() {
  constexpr auto& kFunction = __PRETTY_FUNCTION__;
  // Of the closing bracket.
  constexpr size_t kClose = sizeof(kFunction) - 2;
  // Of the suffix that the part of the area gives to the name.
  constexpr size_t kEnd = [] {
    size_t end = 0;
    constexpr char kSuffix[] = "_percpu_";
    constexpr size_t kLength = sizeof(kSuffix) - 1;
    for (size_t i = 0; i + kLength < kClose; ++i) {
      if (__builtin_memcmp(kFunction + i, kSuffix, kLength) == 0) end = i;
    }
    return end;
  }();
  constexpr size_t kStart = [] {
    size_t start = kEnd;
    while (kFunction[start - 1] != '&') --start;
    return start;
  }();
  constexpr size_t kMember = [] {
    size_t member = kEnd;
    while (member < kClose && kFunction[member] != '.') ++member;
    return member;
  }();
  Name<(kEnd - kStart) + (kClose - kMember) + 1> name = {};
  size_t length = 0;
  for (size_t i = kStart; i < kEnd; ++i) name.text[length++] = kFunction[i];
  for (size_t i = kMember; i < kClose; ++i) name.text[length++] = kFunction[i];
  return name;
}

/// The text of name_of(), once for each variable.
template <auto kStorage>
inline constexpr auto kName = name_of<kStorage>();

// Each panics in a debug build, and names the variable.

/// Unless the current CPU has an area.
template <auto kStorage>
[[gnu::always_inline]] inline void check_access() {
#ifdef PERCPU_DEBUG_CHECKS
  check_register(kName<kStorage>.text);
#endif
}

/// And unless the thread stays on it.
template <auto kStorage>
[[gnu::always_inline]] inline void check_raw_access() {
#ifdef PERCPU_DEBUG_CHECKS
  check_pinned(kName<kStorage>.text);
#endif
}

/// And unless it is the one that `pin` began on.
template <auto kStorage>
[[gnu::always_inline]] inline void check_pinned_access(
    [[maybe_unused]] const Pin& pin) {
#ifdef PERCPU_DEBUG_CHECKS
  check_pin(PinToken::register_value_of(pin), kName<kStorage>.text);
#endif
}

/// Unless CPU `cpu` has an area.
template <auto kStorage>
[[gnu::always_inline]] inline void check_remote_access(
    [[maybe_unused]] size_t cpu) {
#ifdef PERCPU_DEBUG_CHECKS
  check_cpu(cpu, kName<kStorage>.text);
#endif
}

/// What with_current() makes of a copy while it lasts: a second one for the
/// same variable panics.
template <auto kStorage>
class Held {
 public:
#ifdef PERCPU_DEBUG_CHECKS
  [[gnu::always_inline]] explicit Held(const volatile void* copy, size_t size)
      : holding_(kName<kStorage>.text, copy, size) {}
  [[gnu::always_inline]] ~Held() {}

 private:
  Holding holding_;
#else
  [[gnu::always_inline]] explicit Held(const volatile void*, size_t) {}
  [[gnu::always_inline]] ~Held() {}
#endif
};

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_CHECKS_H_
