// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The functions of docs/how-it-works.md in an image, for their instructions:
//
//   <read_hot>:
//     movq %gs:..., %rax

#include "percpu/percpu.h"

// By the names that the page gives them.
extern "C" {
#include "tests/docs/how_it_works_accesses.h"

// The linker keeps the section that it stands in, with all of the above.
void _start() {}
}
