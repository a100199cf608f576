// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "examples/host/run_queue.h"

namespace scheduler {

DEF_PERCPU(RunQueue, run_queue, {});
DEF_PERCPU(uint64_t, steals, 0);

namespace {

/// Keeps a queue locked while it lives.
class QueueLock {
 public:
  explicit QueueLock(RunQueue& queue) : queue_(queue) {
    while (__atomic_test_and_set(&queue_.is_locked, __ATOMIC_ACQUIRE)) {
    }
  }
  QueueLock(const QueueLock&) = delete;
  QueueLock& operator=(const QueueLock&) = delete;
  ~QueueLock() { __atomic_clear(&queue_.is_locked, __ATOMIC_RELEASE); }

 private:
  RunQueue& queue_;
};

/// Other CPUs read a queue's length without its lock.
void set_length(RunQueue& queue, uint32_t length) {
  __atomic_store_n(&queue.length, length, __ATOMIC_RELAXED);
}

Thread* take_from(RunQueue& queue) {
  QueueLock lock(queue);
  Thread* thread = queue.first;
  if (thread != nullptr) {
    queue.first = thread->next;
    set_length(queue, queue.length - 1);
  }
  return thread;
}

size_t busiest_cpu() {
  size_t busiest = 0;
  uint32_t most = 0;
  for (size_t cpu = 0; cpu < percpu::area_num(); ++cpu) {
    const uint32_t length =
        __atomic_load_n(&run_queue.remote_ptr(cpu)->length, __ATOMIC_RELAXED);
    if (length > most) {
      most = length;
      busiest = cpu;
    }
  }
  return busiest;
}

}  // namespace

void enqueue(Thread* thread) {
  run_queue.with_current([thread](RunQueue& queue) {
    QueueLock lock(queue);
    thread->next = queue.first;
    queue.first = thread;
    set_length(queue, queue.length + 1);
  });
}

Thread* pick_next() {
  Thread* thread = run_queue.with_current(take_from);
  if (thread != nullptr) return thread;
  thread = take_from(*run_queue.remote_ptr(busiest_cpu()));
  if (thread != nullptr) steals.increment_current();
  return thread;
}

}  // namespace scheduler
