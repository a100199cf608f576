// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Where in its area a variable stands, beside DEF_PERCPU() of define.h:
//
//   DEF_PERCPU_HOT(Thread*, current_thread, nullptr);
//   DEF_PERCPU_CACHELINE(Inbox, inbox, {});
//
// Which one to use:
//
// - DEF_PERCPU: anything that none of the others fits.
// - DEF_PERCPU_HOT: what the fastest paths use, such as the current thread, the
//   preemption count, or statistics of each interrupt. It has the shortest
//   access, and 4 KiB in all.
// - DEF_PERCPU_CACHELINE: what other CPUs write too, such as locks, queues and
//   flags that remote_ptr() leads to. It shares no cache line with anything.
// - DEF_PERCPU_READ_MOSTLY: what hardly changes and other CPUs read, such as
//   ids, addresses and settings. No write to another variable takes its cache
//   lines from the readers.
// - DEF_PERCPU_PAGE: what is mapped or given to hardware as a page, and what is
//   large, such as stacks and descriptor tables. It is aligned to 4096 and
//   stands last.
//
// Hot variables come first, so that one cache line serves several. Within each
// part the linker puts larger alignments first: there is no padding between
// variables. A variable that only its own CPU uses gains nothing from a cache
// line of its own.
//
// A declaration names the same part as the definition, or the link fails.

#ifndef PERCPU_PLACEMENT_H_
#define PERCPU_PLACEMENT_H_

#include "percpu/define.h"

// Macros, as those of define.h.

/// Defines a variable that the shortest access reaches. All of them together
/// fit into 4 KiB on aarch64, riscv64 and loongarch64; the linker refuses more.
/// On x86_64 every access is as short.
#define DEF_PERCPU_HOT(T, name, ...) \
  PERCPU_INTERNAL_DEF(hot, T, name, __VA_ARGS__)
/// Declares one, as DECLARE_PERCPU().
#define DECLARE_PERCPU_HOT(T, name) PERCPU_INTERNAL_DECLARE(hot, T, name)
/// Declares a static member, as DECLARE_PERCPU_MEMBER().
#define DECLARE_PERCPU_HOT_MEMBER(T, name) \
  PERCPU_INTERNAL_DECLARE_MEMBER(hot, T, name)
/// Defines a static member, as DEF_PERCPU_MEMBER().
#define DEF_PERCPU_HOT_MEMBER(Class, T, name, ...) \
  PERCPU_INTERNAL_DEF_STORAGE(hot, T, Class::, name, __VA_ARGS__)

/// Defines a variable that has its cache lines, of 64 bytes, for itself.
#define DEF_PERCPU_CACHELINE(T, name, ...) \
  PERCPU_INTERNAL_DEF(cacheline, T, name, __VA_ARGS__)
/// Declares one, as DECLARE_PERCPU().
#define DECLARE_PERCPU_CACHELINE(T, name) \
  PERCPU_INTERNAL_DECLARE(cacheline, T, name)
/// Declares a static member, as DECLARE_PERCPU_MEMBER().
#define DECLARE_PERCPU_CACHELINE_MEMBER(T, name) \
  PERCPU_INTERNAL_DECLARE_MEMBER(cacheline, T, name)
/// Defines a static member, as DEF_PERCPU_MEMBER().
#define DEF_PERCPU_CACHELINE_MEMBER(Class, T, name, ...) \
  PERCPU_INTERNAL_DEF_STORAGE(cacheline, T, Class::, name, __VA_ARGS__)

/// Defines a variable that shares its cache lines only with others of its kind.
#define DEF_PERCPU_READ_MOSTLY(T, name, ...) \
  PERCPU_INTERNAL_DEF(read_mostly, T, name, __VA_ARGS__)
/// Declares one, as DECLARE_PERCPU().
#define DECLARE_PERCPU_READ_MOSTLY(T, name) \
  PERCPU_INTERNAL_DECLARE(read_mostly, T, name)
/// Declares a static member, as DECLARE_PERCPU_MEMBER().
#define DECLARE_PERCPU_READ_MOSTLY_MEMBER(T, name) \
  PERCPU_INTERNAL_DECLARE_MEMBER(read_mostly, T, name)
/// Defines a static member, as DEF_PERCPU_MEMBER().
#define DEF_PERCPU_READ_MOSTLY_MEMBER(Class, T, name, ...) \
  PERCPU_INTERNAL_DEF_STORAGE(read_mostly, T, Class::, name, __VA_ARGS__)

/// Defines a variable that starts on a page. It may stand anywhere in an area:
/// on aarch64 an access takes one instruction more than a plain one.
#define DEF_PERCPU_PAGE(T, name, ...) \
  PERCPU_INTERNAL_DEF(page, T, name, __VA_ARGS__)
/// Declares one, as DECLARE_PERCPU().
#define DECLARE_PERCPU_PAGE(T, name) PERCPU_INTERNAL_DECLARE(page, T, name)
/// Declares a static member, as DECLARE_PERCPU_MEMBER().
#define DECLARE_PERCPU_PAGE_MEMBER(T, name) \
  PERCPU_INTERNAL_DECLARE_MEMBER(page, T, name)
/// Defines a static member, as DEF_PERCPU_MEMBER().
#define DEF_PERCPU_PAGE_MEMBER(Class, T, name, ...) \
  PERCPU_INTERNAL_DEF_STORAGE(page, T, Class::, name, __VA_ARGS__)

#endif  // PERCPU_PLACEMENT_H_
