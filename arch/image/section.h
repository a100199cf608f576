// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The sections that the linker fragment collects into `.percpu`: one for each
// variable, so that the linker can drop and order them.
//
//   PERCPU_ARCH_SECTION(hot, ticks) constinit uint64_t ticks_percpu_hot = 0;

#ifndef PERCPU_ARCH_IMAGE_SECTION_H_
#define PERCPU_ARCH_IMAGE_SECTION_H_

// A macro, because a section's name has to be a string literal. `part` is hot
// or plain.
#define PERCPU_ARCH_SECTION(part, name) \
  [[gnu::section(".percpu." #part "." #name)]]

// A macro, because it stands for a declaration. The template in the image
// holds the initial values: none is kept beside it.
#define PERCPU_ARCH_DECLARE_INITIAL(linkage, T, name)
#define PERCPU_ARCH_DEFINE_INITIAL(scope, T, name, ...)
#define PERCPU_ARCH_INITIAL(name) nullptr

#endif  // PERCPU_ARCH_IMAGE_SECTION_H_
