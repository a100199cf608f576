// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where the library reports wrong use: "panic: <message>: <subject>".

#include <stddef.h>

#include "kernel/kernel.h"
#include "percpu/misuse.h"

namespace {

/// Ample for the library's sentences and a variable's name.
constexpr size_t kMaxText = 512;

/// Appends `more` at `length` and returns the new length; cuts what is over.
size_t append(char (&text)[kMaxText], size_t length, const char* more) {
  while (*more != '\0' && length + 1 < kMaxText) text[length++] = *more++;
  text[length] = '\0';
  return length;
}

}  // namespace

extern "C" void percpu_panic(const percpu::Misuse& misuse) {
  char text[kMaxText];
  size_t length = append(text, 0, misuse.message);
  length = append(text, length, ": ");
  append(text, length, misuse.subject);
  kernel::panic(text);
}
