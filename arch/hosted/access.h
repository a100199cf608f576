// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Access to the current thread's copy of a variable in a Linux process: one
// instruction through GS_BASE on x86_64, and in C++ on the others. A sanitizer
// sees what is C++, so it always gets that.
//
//   uint64_t n = load<uint64_t, &storage, Placement::kPlain>();
//
// One program may hold files compiled either way: register.h serves both.

#ifndef PERCPU_ARCH_HOSTED_ACCESS_H_
#define PERCPU_ARCH_HOSTED_ACCESS_H_

#if defined(__x86_64__) && !__has_feature(address_sanitizer) &&                \
    !__has_feature(hwaddress_sanitizer) && !__has_feature(memory_sanitizer) && \
    !__has_feature(thread_sanitizer) &&                                        \
    !__has_feature(undefined_behavior_sanitizer)
#include "percpu_arch/gs_access.h"
#else
#include "percpu_arch/cpp_access.h"
#endif

#endif  // PERCPU_ARCH_HOSTED_ACCESS_H_
