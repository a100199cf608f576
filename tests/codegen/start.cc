// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What a library needs to become an image that is looked at and never runs:
//
//   elf_image(name = "image", srcs = ["start.cc"], deps = [":library"], ...)

#include <stddef.h>

extern "C" void _start() {}

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
