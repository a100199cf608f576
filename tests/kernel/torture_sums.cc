// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Kinds that count. What an operation adds in all is one, and a variable of
// fewer bytes counts modulo its range, as exactly. For `flip` the sum is one
// without carries.

#include "kernel/thread.h"
#include "percpu/percpu.h"
#include "tests/kernel/torture_kinds.h"
#include "tests/kernel/torture_page_end.h"

namespace percpu_tests {
namespace {

enum class Step : uint16_t {};

DEF_PERCPU_HOT(uint64_t, hot, 0);
DEF_PERCPU(uint64_t, plain, 0);
DEF_PERCPU(uint32_t, word, 0);
DEF_PERCPU(uint16_t, half, 0);
DEF_PERCPU(uint8_t, byte, 0);
DEF_PERCPU(Step, step, Step{});

/// What each thread took out of its CPUs' copies, or flipped in them.
struct alignas(64) Taken {
  uint64_t sum;
  uint64_t flips;
};
constinit Taken taken[kernel::kMaxThreads] = {};

template <auto& kVariable>
void zero() {
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    *kVariable.remote_ptr(cpu) = {};
  }
}

void reset() {
  zero<hot>();
  zero<plain>();
  zero<word>();
  zero<half>();
  zero<byte>();
  zero<step>();
  for (Taken& each : taken) each = {};
}

constexpr auto increment = [](auto page_end, unsigned) {
  page_end();
  hot.increment_current();
};
constexpr auto decrement = [](auto page_end, unsigned) {
  page_end();
  plain.decrement_current();
};
constexpr auto add = [](auto page_end, unsigned) {
  page_end();
  plain.add_current(1);
};
/// Adds what is no constant, so that it is in a register.
template <auto& kVariable, typename T>
constexpr auto add_register = [](auto page_end, unsigned thread) {
  const T one = static_cast<T>(thread / kernel::kMaxThreads + 1);
  page_end();
  kVariable.add_current(one);
};
constexpr auto sub = [](auto page_end, unsigned) {
  page_end();
  plain.sub_current(static_cast<uint64_t>(-1));
};
constexpr auto fetch_add = [](auto page_end, unsigned thread) {
  page_end();
  taken[thread].sum += plain.fetch_add_current(1) > ~uint64_t{0} / 2;
};
constexpr auto add_return = [](auto page_end, unsigned thread) {
  page_end();
  taken[thread].sum += hot.add_return_current(1) == 0;
};
constexpr auto exchange = [](auto page_end, unsigned thread) {
  page_end();
  taken[thread].sum += plain.exchange_current(0);
  plain.increment_current();
};
constexpr auto compare_exchange = [](auto page_end, unsigned) {
  uint64_t seen = plain.read_current();
  do {
    page_end();
  } while (!plain.compare_exchange_current(seen, seen + 1));
};
constexpr auto compare_exchange_enum = [](auto page_end, unsigned) {
  Step seen = step.read_current();
  do {
    page_end();
  } while (!step.compare_exchange_current(
      seen, static_cast<Step>(static_cast<uint16_t>(seen) + 1)));
};
/// Flips other bits each time.
constexpr auto flip = [](auto page_end, unsigned thread) {
  const uint64_t bits = ++taken[thread].flips * 0x9e37'79b9'7f4a'7c15;
  taken[thread].sum ^= bits;
  page_end();
  plain.xor_current(bits);
};
/// Clears a bit that is clear, and sets one that is set: others' must stay.
constexpr auto and_or_add = [](auto page_end, unsigned) {
  page_end();
  hot.or_current(uint64_t{1} << 63);
  hot.and_current(~(uint64_t{1} << 62));
  hot.increment_current();
};
/// Three instructions, on every architecture: the pin is a lie.
constexpr auto unsafe_increment = [](auto page_end, unsigned) {
  percpu::AssumedPin pin;
  page_end();
  const uint64_t value = hot.read_current(pin);
  asm volatile("" : : : "memory");
  hot.write_current(pin, value + 1);
};

/// How far `sum` is from `operations`, both of that many bits.
template <typename T>
uint64_t distance(T sum, uint64_t operations) {
  const T missing = static_cast<T>(operations - sum);
  const T surplus = static_cast<T>(-missing);
  return missing < surplus ? missing : surplus;
}

/// Of a variable of T, or of an enum that is one.
template <auto& kVariable, typename T>
uint64_t lost_of(uint64_t operations) {
  T sum = 0;
  for (const Taken& each : taken) sum = static_cast<T>(sum + each.sum);
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    sum = static_cast<T>(sum + static_cast<T>(*kVariable.remote_ptr(cpu)));
  }
  return distance(sum, operations);
}
uint64_t lost_of_decrement(uint64_t operations) {
  return lost_of<plain, uint64_t>(-operations);
}
uint64_t lost_of_flip(uint64_t) {
  uint64_t left = 0;
  for (const Taken& each : taken) left ^= each.sum;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    left ^= *plain.remote_ptr(cpu);
  }
  return left != 0;
}
uint64_t lost_of_and_or_add(uint64_t operations) {
  uint64_t sum = 0;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    sum += *hot.remote_ptr(cpu) & ~(uint64_t{1} << 63);
  }
  return distance(sum, operations);
}

constexpr auto* kLostOfHot = lost_of<hot, uint64_t>;
constexpr auto* kLostOfPlain = lost_of<plain, uint64_t>;

const Kind kKinds[] = {
    make_kind<increment>("increment", reset, kLostOfHot),
    make_kind<decrement>("decrement", reset, lost_of_decrement),
    make_kind<add>("add", reset, kLostOfPlain),
    make_kind<add_register<word, uint32_t>>("add_4", reset,
                                            lost_of<word, uint32_t>),
    make_kind<add_register<half, uint16_t>>("add_2", reset,
                                            lost_of<half, uint16_t>),
    make_kind<add_register<byte, uint8_t>>("add_1", reset,
                                           lost_of<byte, uint8_t>),
    make_kind<sub>("sub", reset, kLostOfPlain),
    make_kind<fetch_add>("fetch_add", reset, kLostOfPlain),
    make_kind<add_return>("add_return", reset, kLostOfHot),
    make_kind<exchange>("exchange", reset, kLostOfPlain),
    make_kind<compare_exchange>("compare_exchange", reset, kLostOfPlain),
    make_kind<compare_exchange_enum>("compare_exchange_enum", reset,
                                     lost_of<step, uint16_t>),
    make_kind<flip>("xor", reset, lost_of_flip),
    make_kind<and_or_add>("and_or", reset, lost_of_and_or_add),
};

// Where operations are one instruction, a control needs another.
const Kind kControl =
    kHasSequences ? make_kind<increment>("control", reset, kLostOfHot)
                  : make_kind<unsafe_increment>("control", reset, kLostOfHot);

}  // namespace

Kinds sum_kinds() { return {kKinds, sizeof(kKinds) / sizeof(kKinds[0])}; }

const Kind& control_kind() { return kControl; }

}  // namespace percpu_tests
