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
#define PERCPU_ARCH_INITIAL(name) nullptr

#if __has_feature(address_sanitizer)
namespace percpu::arch {

/// As large as how far behind a variable an access is noticed for sure. No
/// array, which clang would align: it begins where the variable ends.
struct RedZone {
  char bytes[64];
};

}  // namespace percpu::arch

// A red zone stands before each variable (red_zones.h). The sanitizer's own
// ones would make holes in a section whose bounds mean something, so it leaves
// that out. A counter names them: a member's name may occur twice.
#define PERCPU_ARCH_DEFINE_INITIAL(scope, T, name, ...) \
  PERCPU_ARCH_RED_ZONE(__COUNTER__)
#define PERCPU_ARCH_RED_ZONE(number) PERCPU_ARCH_NAMED_RED_ZONE(number)
#define PERCPU_ARCH_NAMED_RED_ZONE(number)                      \
  [[gnu::section("percpu_template"),                            \
    gnu::used]] static constinit ::percpu::arch::RedZone        \
      percpu_red_zone_##number = {};                            \
  [[gnu::section("percpu_red_zones"),                           \
    gnu::used]] static constinit const ::percpu::arch::RedZone* \
      percpu_red_zone_address_##number = &percpu_red_zone_##number;
#else
#define PERCPU_ARCH_DEFINE_INITIAL(scope, T, name, ...)
#endif

#endif  // PERCPU_ARCH_HOSTED_SECTION_H_
