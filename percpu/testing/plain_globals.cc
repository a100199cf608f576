// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/testing/plain_globals.h"

#include <string.h>

#include <vector>

// The linker's bounds of the section `percpu_globals`, which naive/section.h
// names.
extern "C"
    [[gnu::weak, gnu::visibility("hidden")]] char __start_percpu_globals[];
extern "C"
    [[gnu::weak, gnu::visibility("hidden")]] char __stop_percpu_globals[];

namespace percpu::testing {
namespace {

// Before the constructors of other files, which may use the variables.
constexpr int kFirst = 101;
[[gnu::init_priority(kFirst)]] const std::vector<char> initial_values(
    __start_percpu_globals, __stop_percpu_globals);

}  // namespace

void restore_plain_globals() {
  if (initial_values.empty()) return;
  memcpy(__start_percpu_globals, initial_values.data(), initial_values.size());
}

}  // namespace percpu::testing
