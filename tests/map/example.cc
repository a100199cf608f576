// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A kernel with per-CPU variables of every kind, whose layout docs/layout.md
// shows. It is linked and looked at, and never run. The build defines
//
//   PERCPU_TESTS_NEXT  for what the kernel might be a commit later

#include <stddef.h>
#include <stdint.h>

#include "percpu/percpu.h"

struct Thread;

namespace sched {

struct RunQueue {
#ifdef PERCPU_TESTS_NEXT
  Thread* threads[8];
#else
  Thread* threads[6];
#endif
  uint32_t length;
};

class Scheduler {
 public:
  DECLARE_PERCPU_MEMBER(uint32_t, switches);
};

namespace {
DEF_PERCPU_HOT(Thread*, current, nullptr);
DEF_PERCPU(RunQueue, run_queue, {});
}  // namespace

DEF_PERCPU_MEMBER(Scheduler, uint32_t, switches, 0);

void use() {
  current.write_current(nullptr);
  run_queue.current_ptr()->length = 1;
  Scheduler::switches.increment_current();
}

}  // namespace sched

enum class State : uint8_t { kOff, kOn };
using Handler = void (*)(int, const char*);
using Handlers = Handler[4];
struct Inbox {
  volatile uint64_t* slots;
  uint32_t lock;
};
using Stack = uint8_t[8192];

DEF_PERCPU(State, state, State::kOff);
DEF_PERCPU_CACHELINE(Inbox, inbox, {});
#ifdef PERCPU_TESTS_NEXT
DEF_PERCPU_HOT(uint32_t, preempt_count, 0);
#endif
DEF_PERCPU_READ_MOSTLY(uint32_t, apic_id, 0);
DEF_PERCPU_READ_MOSTLY(Handlers, handlers, {});
DEF_PERCPU_PAGE(Stack, stack, {});

// What the compiler says, for image_reader_test.cc, which knows the
// order.
struct Fact {
  const void* storage;
  uint64_t size;
  uint64_t align;
};
// A macro, because it takes a variable's alignment, not its type's.
#define FACT(storage) {&storage, sizeof(storage), __alignof__(storage)}
extern "C" [[gnu::used, gnu::retain]] constexpr Fact facts[] = {
    FACT(sched::current_percpu_hot),
    FACT(sched::run_queue_percpu_plain),
    FACT(sched::Scheduler::switches_percpu_plain),
    FACT(state_percpu_plain),
    FACT(inbox_percpu_cacheline),
    FACT(handlers_percpu_read_mostly),
    FACT(apic_id_percpu_read_mostly),
    FACT(stack_percpu_page),
};

extern "C" [[gnu::used, gnu::retain]] constexpr uint64_t hot_limit =
    percpu::arch::kHotLimit;

extern "C" void _start() {
  if (percpu::init().ok()) percpu::init_percpu_reg(0);
  sched::use();
  state.write_current(State::kOn);
  inbox.current_ptr()->lock = 1;
  apic_id.write_current(1);
  handlers.current_ptr();
  stack.current_ptr();
#ifdef PERCPU_TESTS_NEXT
  preempt_count.increment_current();
#endif
}

extern "C" void* memcpy(void* to, const void* from, size_t size) {
  auto* target = static_cast<volatile uint8_t*>(to);
  for (size_t i = 0; i < size; ++i) {
    target[i] = static_cast<const uint8_t*>(from)[i];
  }
  return to;
}
