// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The check that a debug build makes before each access to the current CPU's
// copy. Without PERCPU_DEBUG_CHECKS it is no code.
//
//   check_access<&ticks_percpu_plain>();

#ifndef PERCPU_INTERNAL_CHECKS_H_
#define PERCPU_INTERNAL_CHECKS_H_

#include <stddef.h>

#include "percpu/internal/state.h"

namespace percpu::internal {

template <size_t kSize>
struct Name {
  char text[kSize];
};

/// Returns the name of the variable whose storage is `kStorage`, with its
/// namespaces. Clang spells the parameter as `[kStorage = &ns::name_percpu_p]`.
template <auto kStorage>
consteval auto name_of() {
  constexpr auto& kFunction = __PRETTY_FUNCTION__;
  constexpr size_t kEnd = [] {
    size_t end = sizeof(kFunction);
    constexpr char kSuffix[] = "_percpu_";
    constexpr size_t kLength = sizeof(kSuffix) - 1;
    for (size_t i = 0; i + kLength < sizeof(kFunction); ++i) {
      bool found = true;
      for (size_t j = 0; j < kLength; ++j) {
        found = found && kFunction[i + j] == kSuffix[j];
      }
      if (found) end = i;
    }
    return end;
  }();
  constexpr size_t kStart = [] {
    size_t start = kEnd;
    while (kFunction[start - 1] != '&') --start;
    return start;
  }();
  Name<kEnd - kStart + 1> name = {};
  for (size_t i = kStart; i < kEnd; ++i) name.text[i - kStart] = kFunction[i];
  return name;
}

/// The text of name_of(), once for each variable.
template <auto kStorage>
inline constexpr auto kName = name_of<kStorage>();

/// Panics in a debug build unless the current CPU has an area.
template <auto kStorage>
[[gnu::always_inline]] inline void check_access() {
#ifdef PERCPU_DEBUG_CHECKS
  check_register(kName<kStorage>.text);
#endif
}

}  // namespace percpu::internal

#endif  // PERCPU_INTERNAL_CHECKS_H_
