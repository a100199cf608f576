// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// An area beyond 2 GiB. Assembler, so that the object file stays small.

#include "percpu/percpu.h"

#ifdef PERCPU_TESTS_FAIL
asm(".pushsection .percpu.plain.huge, \"aw\", %nobits\n\t"
    "huge: .space 0x7ffff000\n\t"
    ".popsection");
#else
asm(".pushsection .percpu.plain.huge, \"aw\", %nobits\n\t"
    "huge: .space 0x1000\n\t"
    ".popsection");
#endif

DEF_PERCPU_HOT(int, number, 1);

extern "C" const char huge[];
const char* const keep_huge [[gnu::used, gnu::retain]] = huge;

extern "C" void _start() { number.write_current(2); }

extern "C" void* memcpy(void* to, const void*, size_t) { return to; }
