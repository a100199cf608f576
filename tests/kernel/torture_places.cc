// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Kinds that no sum tells of: an exchange of pointers, of which each has to be
// somewhere, and reads and writes, which have to reach the copy of the CPU that
// they take place on. For these, some threads keep their CPU and watch its copy
// meanwhile: there is nobody else on that CPU, so that nobody may write to it
// or see what it holds.

#include "kernel/kernel.h"
#include "kernel/thread.h"
#include "percpu/percpu.h"
#include "tests/kernel/torture_kinds.h"
#include "tests/kernel/torture_page_end.h"

namespace percpu_tests {
namespace {

struct Token {};
constinit Token tokens[kernel::kMaxCpus + kernel::kMaxThreads] = {};

DEF_PERCPU(Token*, token, nullptr);
DEF_PERCPU(uint64_t, watched, 0);

/// Of each thread.
struct alignas(64) Own {
  Token* token;
  bool watches;
  /// Writes to the watched copy, or reads of it, by threads elsewhere.
  uint64_t strays;
};
constinit Own owns[kernel::kMaxThreads] = {};

void reset() {
  Token* next = tokens;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    *token.remote_ptr(cpu) = next++;
    *watched.remote_ptr(cpu) = 0;
  }
  for (size_t i = 0; i < kernel::kMaxThreads; ++i) {
    owns[i] = {.token = next++, .watches = i % 3 == 0, .strays = 0};
  }
}

constexpr auto exchange_pointer = [](auto page_end, unsigned thread) {
  Token* mine = owns[thread].token;
  page_end();
  owns[thread].token = token.exchange_current(mine);
};

uint64_t lost_tokens(uint64_t) {
  uint64_t holders[sizeof(tokens) / sizeof(tokens[0])] = {};
  for (const Own& own : owns) ++holders[own.token - tokens];
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    ++holders[*token.remote_ptr(cpu) - tokens];
  }
  const size_t used = percpu::area_num() + kernel::kMaxThreads;
  uint64_t lost = 0;
  for (size_t i = 0; i < used; ++i) lost += holders[i] == 0;
  return lost;
}

/// What a copy holds while it is watched, and what writes write.
constexpr uint64_t kSecret = uint64_t{1} << 63;
constexpr uint64_t kPublic = 1;

constexpr unsigned kLooks = 64;

void watch(Own& own) {
  percpu::PreemptGuard pin;
  uint64_t& copy = watched.ref(pin);
  __atomic_store_n(&copy, kSecret, __ATOMIC_RELAXED);
  for (unsigned i = 0; i < kLooks; ++i) {
    if (__atomic_load_n(&copy, __ATOMIC_RELAXED) == kSecret) continue;
    ++own.strays;
    break;
  }
  __atomic_store_n(&copy, kPublic, __ATOMIC_RELAXED);
}

/// Returns `value`. What it is made of stands before this point, and what is
/// made of it behind: not among the instructions at the end of the page.
template <typename T>
T at_this_point(T value) {
  asm volatile("" : "+r"(value));
  return value;
}

constexpr auto read = [](auto page_end, unsigned thread) {
  page_end();
  const uint64_t seen = watched.read_current();
  Own& own = owns[at_this_point(thread)];
  own.strays += seen == kSecret;
  if (own.watches) watch(own);
};

constexpr auto write = [](auto page_end, unsigned thread) {
  const uint64_t value = at_this_point(kPublic);
  page_end();
  watched.write_current(value);
  Own& own = owns[at_this_point(thread)];
  if (own.watches) watch(own);
};

uint64_t strays(uint64_t) {
  uint64_t sum = 0;
  for (const Own& own : owns) sum += own.strays;
  return sum;
}

const Kind kKinds[] = {
    make_kind<exchange_pointer>("exchange_pointer", reset, lost_tokens),
    make_kind<read>("read", reset, strays),
    make_kind<write>("write", reset, strays),
};

}  // namespace

Kinds place_kinds() { return {kKinds, sizeof(kKinds) / sizeof(kKinds[0])}; }

}  // namespace percpu_tests
