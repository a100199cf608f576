// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Kinds whose operation stands across the end of a page, where QEMU looks for
// interrupts, once at each of its instructions. An operation calls its first
// parameter just before the instructions that it is about:
//
//   constexpr auto add = [](auto page_end, unsigned) {
//     page_end();
//     plain.add_current(1);
//   };
//   const Kind kind = make_kind<add>("add", reset, lost);

#ifndef PERCPU_TESTS_KERNEL_TORTURE_PAGE_END_H_
#define PERCPU_TESTS_KERNEL_TORTURE_PAGE_END_H_

#include <stdint.h>

#include "tests/kernel/torture_kinds.h"

// A macro, because assembler text is put together from string literals.
#if defined(__x86_64__)
#define PERCPU_TESTS_JUMP "jmp 1f"
#elif defined(__aarch64__) || defined(__loongarch__)
#define PERCPU_TESTS_JUMP "b 1f"
#else
#define PERCPU_TESTS_JUMP "j 1f"
#endif

namespace percpu_tests {

/// Goes on kBytes before the end of a page. Of 16 KiB, which is what QEMU 7
/// takes for a page on loongarch64.
template <unsigned kBytes>
struct PageEnd {
  [[gnu::always_inline]] void operator()() const {
    asm volatile(PERCPU_TESTS_JUMP
                 "\n\t"
                 ".balign 16384\n\t"
                 ".skip 16384 - %c0\n"
                 "1:"
                 :
                 : "i"(kBytes)
                 : "memory");
  }
};

/// Where the first instructions of an operation end, in bytes. riscv64 has some
/// of two bytes.
#ifdef __riscv
inline constexpr unsigned kEnds[kBoundaries] = {4, 6, 10, 12, 14, 4, 6, 10};
#else
inline constexpr unsigned kEnds[kBoundaries] = {4, 8, 12, 16, 20, 4, 8, 12};
#endif

template <auto kOperation, unsigned kBytes>
[[gnu::noinline]] void at_page_end(unsigned thread) {
  kOperation(PageEnd<kBytes>(), thread);
}

template <auto kOperation>
constexpr Kind make_kind(const char* name, void (*reset)(),
                         uint64_t (*lost)(uint64_t operations)) {
  return {.name = name,
          .functions = {at_page_end<kOperation, kEnds[0]>,
                        at_page_end<kOperation, kEnds[1]>,
                        at_page_end<kOperation, kEnds[2]>,
                        at_page_end<kOperation, kEnds[3]>,
                        at_page_end<kOperation, kEnds[4]>,
                        at_page_end<kOperation, kEnds[5]>,
                        at_page_end<kOperation, kEnds[6]>,
                        at_page_end<kOperation, kEnds[7]>},
          .reset = reset,
          .lost = lost};
}

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_KERNEL_TORTURE_PAGE_END_H_
