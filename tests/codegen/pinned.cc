// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What the compiler may and may not make of accesses that stand next to each
// other, with a pin and without one. Each function is a case;
// pinned.<architecture>.check holds its instructions:
//
//   CHECK-LABEL: <code_two_increments>:
//   CHECK-NEXT:  addq $0x2, %gs:{{.*}}(%rip)
//   CHECK-NEXT:  retq

#include <stddef.h>
#include <stdint.h>

#include "percpu/percpu.h"

namespace {

struct Queue {
  uint64_t length;
  uint64_t limit;
  uint64_t dropped;
};

struct alignas(4096) Page {
  uint64_t words[512];
};

DEF_PERCPU_HOT(uint64_t, hot, 1);
DEF_PERCPU_HOT(Queue, hot_queue, {});
DEF_PERCPU(uint64_t, plain, 1);
DEF_PERCPU(Queue, plain_queue, {});
DEF_PERCPU_PAGE(Page, page, {});

}  // namespace

extern "C" {

/// For the compiler it may change any memory and migrate an unpinned thread.
[[gnu::noinline]] void opaque() { asm volatile("" : : : "memory"); }

// Under a pin, accesses merge.

[[gnu::retain]] void code_two_increments() {
  percpu::AssumedPin pin;
  hot.increment_current(pin);
  hot.increment_current(pin);
}

[[gnu::retain]] void code_two_adds() {
  percpu::AssumedPin pin;
  hot.add_current(pin, 3);
  hot.add_current(pin, 4);
}

[[gnu::retain]] uint64_t code_two_reads() {
  percpu::AssumedPin pin;
  return hot.read_current(pin) + hot.read_current(pin);
}

[[gnu::retain]] uint64_t code_two_variables() {
  percpu::AssumedPin pin;
  return hot.read_current(pin) ^ plain.read_current(pin);
}

[[gnu::retain]] uint64_t code_loop(const uint64_t* values, size_t count) {
  percpu::AssumedPin pin;
  uint64_t sum = 0;
#pragma clang loop unroll(disable)
  for (size_t i = 0; i < count; ++i) sum += values[i] ^ hot.read_current(pin);
  return sum;
}

// A call may change the variable, and does not change the CPU.
[[gnu::retain]] uint64_t code_call_under_pin() {
  percpu::AssumedPin pin;
  const uint64_t before = hot.read_current(pin);
  opaque();
  return before ^ hot.read_current(pin);
}

// One base for all fields of a structure, and for all of its members.

[[gnu::retain]] void code_fields() {
  percpu::AssumedPin pin;
  Queue& queue = hot_queue.ref(pin);
  queue.dropped = queue.length ^ queue.limit;
}

[[gnu::retain]] void code_fields_plain() {
  percpu::AssumedPin pin;
  Queue& queue = plain_queue.ref(pin);
  queue.dropped = queue.length ^ queue.limit;
}

[[gnu::retain]] void code_two_refs() {
  percpu::AssumedPin pin;
  hot_queue.ref(pin).length = plain_queue.ref(pin).length;
}

[[gnu::retain]] uint64_t code_two_members() {
  percpu::AssumedPin pin;
  return hot_queue.member<&Queue::length>().read_current(pin) ^
         hot_queue.member<&Queue::limit>().read_current(pin);
}

// A member costs what a variable costs.

[[gnu::retain]] uint64_t code_member() {
  return hot_queue.member<&Queue::limit>().read_current();
}

[[gnu::retain]] uint64_t code_member_plain() {
  return plain_queue.member<&Queue::limit>().read_current();
}

[[gnu::retain]] uint64_t code_member_pinned() {
  percpu::AssumedPin pin;
  return hot_queue.member<&Queue::limit>().read_current(pin);
}

[[gnu::retain]] uint64_t code_member_plain_pinned() {
  percpu::AssumedPin pin;
  return plain_queue.member<&Queue::limit>().read_current(pin);
}

// Nothing is kept from one pin to the next, nor without a pin.

[[gnu::retain]] uint64_t code_two_pins() {
  uint64_t first;
  {
    percpu::AssumedPin pin;
    first = hot.read_current(pin);
  }
  percpu::AssumedPin pin;
  return first ^ hot.read_current(pin);
}

[[gnu::retain]] bool code_two_pinned_refs() {
  Queue* first;
  {
    percpu::AssumedPin pin;
    first = &hot_queue.ref(pin);
  }
  percpu::AssumedPin pin;
  return first == &hot_queue.ref(pin);
}

[[gnu::retain]] uint64_t code_unpinned_reads() {
  return hot.read_current() ^ hot.read_current();
}

[[gnu::retain]] uint64_t code_unpinned_reads_plain() {
  return plain.read_current() ^ plain.read_current();
}

[[gnu::retain]] uint64_t code_unpinned_call() {
  const uint64_t before = hot.read_current();
  opaque();
  return before ^ hot.read_current();
}

[[gnu::retain]] bool code_unpinned_pointers() {
  return hot.current_ptr() == hot.current_ptr();
}

// A guard is no code while the setting `preempt` is off.

[[gnu::retain]] void code_guard() { percpu::PreemptGuard guard; }

[[gnu::retain]] uint64_t code_guarded_read() {
  percpu::PreemptGuard guard;
  return hot.read_current(guard);
}

[[gnu::retain]] void code_with_current(uint64_t length) {
  hot_queue.with_current([=](Queue& queue) { queue.length = length; });
}

// The first variable stands at address 0: what is known of the addresses of
// objects does not hold for it.

[[gnu::retain]] bool code_vma_is_zero() { return hot.symbol_vma() == 0; }

[[gnu::retain]] bool code_pointer_is_null() {
  return hot.current_ptr() == nullptr;
}

[[gnu::retain]] bool code_pointer_is_null_plain() {
  return plain.current_ptr() == nullptr;
}

// A page reaches farther than other variables.

[[gnu::retain]] Page* code_page_pointer() { return page.current_ptr(); }

[[gnu::retain]] uint64_t code_page_ref() {
  percpu::AssumedPin pin;
  return page.ref(pin).words[1];
}

[[gnu::retain]] Page* code_page_remote(size_t cpu) {
  return page.remote_ptr(cpu);
}
}
