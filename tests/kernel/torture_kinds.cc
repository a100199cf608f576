// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/kernel/torture_kinds.h"

#include "kernel/thread.h"
#include "percpu/percpu.h"

namespace percpu_tests {
namespace {

DEF_PERCPU_HOT(uint64_t, hot, 0);
DEF_PERCPU(uint64_t, plain, 0);
DEF_PERCPU(uint32_t, narrow, 0);

/// What each thread took out of its CPUs' copies.
struct alignas(64) Taken {
  uint64_t sum;
};
constinit Taken taken[kernel::kMaxThreads] = {};

template <typename Variable>
uint64_t sum_of(const Variable& variable) {
  uint64_t sum = 0;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    sum += *variable.remote_ptr(cpu);
  }
  return sum;
}

uint64_t sum_of_taken() {
  uint64_t sum = 0;
  for (const Taken& each : taken) sum += each.sum;
  return sum;
}

uint64_t distance(uint64_t a, uint64_t b) { return a < b ? b - a : a - b; }

// The kinds. What an operation adds in all is the number of operations, but for
// `toggle`, which an even number of leaves as it was.

void increment(unsigned) { hot.increment_current(); }
void add(unsigned) { plain.add_current(1); }
void sub(unsigned) { plain.sub_current(static_cast<uint64_t>(-1)); }
void narrow_add(unsigned thread) { narrow.add_current(thread / 64 + 1); }
void fetch_add(unsigned thread) {
  taken[thread].sum += plain.fetch_add_current(1) > ~uint64_t{0} / 2;
}
void add_return(unsigned thread) {
  taken[thread].sum += hot.add_return_current(1) == 0;
}
void exchange(unsigned thread) {
  hot.increment_current();
  taken[thread].sum += hot.exchange_current(0);
}
void compare_exchange(unsigned) {
  uint64_t seen = plain.read_current();
  while (!plain.compare_exchange_current(seen, seen + 1)) {
  }
}
void toggle(unsigned thread) { plain.xor_current(uint64_t{1} << thread); }
/// Clears a bit that is clear, and sets one that is set: others' must stay.
void and_or_add(unsigned) {
  hot.or_current(uint64_t{1} << 63);
  hot.and_current(~(uint64_t{1} << 62));
  hot.increment_current();
}
/// Three instructions, on every architecture: the pin is a lie.
void unsafe_increment(unsigned) {
  percpu::AssumedPin pin;
  const uint64_t value = hot.read_current(pin);
  asm volatile("" : : : "memory");
  hot.write_current(pin, value + 1);
}

uint64_t lost_of_hot(uint64_t operations) {
  return distance(sum_of(hot) + sum_of_taken(), operations);
}
uint64_t lost_of_plain(uint64_t operations) {
  return distance(sum_of(plain) + sum_of_taken(), operations);
}
uint64_t lost_of_narrow(uint64_t operations) {
  return distance(sum_of(narrow), operations);
}
uint64_t lost_of_toggle(uint64_t) {
  uint64_t left = 0;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    left ^= *plain.remote_ptr(cpu);
  }
  return left;
}
uint64_t lost_of_and_or_add(uint64_t operations) {
  uint64_t sum = 0;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    sum += *hot.remote_ptr(cpu) & ~(uint64_t{1} << 63);
  }
  return distance(sum, operations);
}

// A macro, because assembler text is put together from string literals.
#if defined(__x86_64__)
#define JUMP "jmp 1f"
#elif defined(__aarch64__) || defined(__loongarch__)
#define JUMP "b 1f"
#else
#define JUMP "j 1f"
#endif

/// Calls kOperation so that its instructions begin kBytes before the end of a
/// page, and the page ends between two of them. Of 16 KiB, which is what QEMU 7
/// takes for a page on loongarch64.
template <void (*kOperation)(unsigned thread), unsigned kBytes>
[[gnu::noinline]] void at_page_end(unsigned thread) {
  asm volatile(JUMP
               "\n\t"
               ".balign 16384\n\t"
               ".skip 16384 - %c0\n"
               "1:"
               :
               : "i"(kBytes));
  kOperation(thread);
}

/// Where the first instructions of an operation end, in bytes. riscv64 has some
/// of two bytes.
#ifdef __riscv
constexpr unsigned kEnds[kBoundaries] = {4, 6, 10, 12, 14, 4, 6, 10};
#else
constexpr unsigned kEnds[kBoundaries] = {4, 8, 12, 16, 20, 4, 8, 12};
#endif

template <void (*kOperation)(unsigned thread)>
constexpr Kind make_kind(const char* name, uint64_t (*lost)(uint64_t)) {
  return {.name = name,
          .functions = {at_page_end<kOperation, kEnds[0]>,
                        at_page_end<kOperation, kEnds[1]>,
                        at_page_end<kOperation, kEnds[2]>,
                        at_page_end<kOperation, kEnds[3]>,
                        at_page_end<kOperation, kEnds[4]>,
                        at_page_end<kOperation, kEnds[5]>,
                        at_page_end<kOperation, kEnds[6]>,
                        at_page_end<kOperation, kEnds[7]>},
          .lost = lost};
}

const Kind kKinds[] = {
    make_kind<increment>("increment", lost_of_hot),
    make_kind<add>("add", lost_of_plain),
    make_kind<sub>("sub", lost_of_plain),
    make_kind<narrow_add>("narrow_add", lost_of_narrow),
    make_kind<fetch_add>("fetch_add", lost_of_plain),
    make_kind<add_return>("add_return", lost_of_hot),
    make_kind<exchange>("exchange", lost_of_hot),
    make_kind<compare_exchange>("compare_exchange", lost_of_plain),
    make_kind<toggle>("xor", lost_of_toggle),
    make_kind<and_or_add>("and_or", lost_of_and_or_add),
};

// Where operations are one instruction, a control needs another.
const Kind kControl = kHasSequences
                          ? make_kind<increment>("control", lost_of_hot)
                          : make_kind<unsafe_increment>("control", lost_of_hot);

}  // namespace

Kinds kinds() { return {kKinds, sizeof(kKinds) / sizeof(kKinds[0])}; }

const Kind& control_kind() { return kControl; }

void reset_kinds() {
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    *hot.remote_ptr(cpu) = 0;
    *plain.remote_ptr(cpu) = 0;
    *narrow.remote_ptr(cpu) = 0;
  }
  for (Taken& each : taken) each = {};
}

}  // namespace percpu_tests
