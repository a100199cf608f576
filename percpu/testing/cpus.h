// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Threads that are CPUs, for tests of a kernel's code in a Linux process:
//
//   percpu::testing::run_as_cpu(1, [] { enqueue(&thread); });
//   EXPECT_EQ(run_queue.remote_ptr(1)->length, 1u);
//   percpu::testing::run_on_all_cpus(
//       [](size_t) { ticks.increment_current(); });
//   percpu::testing::reset();
//
// Nothing has to be set up: the first use prepares the areas, unless the code
// under test has called percpu::init() already. With GoogleTest, the fixture of
// testing.h does the rest too. Needs no test framework.
//
// A CPU is one thread at a time. Whatever is used wrongly ends in
// percpu_panic(), which aborts with a sentence.

#ifndef PERCPU_TESTING_CPUS_H_
#define PERCPU_TESTING_CPUS_H_

#include <stddef.h>
#include <stdint.h>

#include <functional>
#include <utility>

namespace percpu::testing {

/// Returns the number of CPUs there are: the setting cpu_num, or what the code
/// under test gave to init().
size_t cpu_count();

/// Gives every variable of every CPU its initial value again. Panics while
/// another thread is a CPU. Costs a memcpy of the template for each CPU.
void reset();

/// Makes the current thread CPU `cpu` while this lives, and then again what it
/// was. Panics unless `cpu` is below cpu_count(), and where another thread is
/// that CPU. They nest, for the same CPU too; the thread stays the owner of the
/// outer CPU meanwhile.
class [[nodiscard]] ScopedCpu {
 public:
  /// Makes the current thread CPU `cpu`.
  explicit ScopedCpu(size_t cpu);
  ScopedCpu(const ScopedCpu&) = delete;
  ScopedCpu& operator=(const ScopedCpu&) = delete;
  ~ScopedCpu();

 private:
  const size_t cpu_;
  const uintptr_t outer_base_;
  bool is_outermost_;
};

/// Calls `function()` with the current thread as CPU `cpu`, and returns what it
/// returns. As ScopedCpu, for the length of a call.
template <typename Function>
decltype(auto) run_as_cpu(size_t cpu, Function&& function) {
  ScopedCpu scope(cpu);
  return std::forward<Function>(function)();
}

/// Calls `function(cpu)` as each CPU, one after the other, on the current
/// thread.
template <typename Function>
void run_as_each_cpu(Function&& function) {
  for (size_t cpu = 0; cpu < cpu_count(); ++cpu) {
    run_as_cpu(cpu, [&] { function(cpu); });
  }
}

/// Calls `function(cpu)` as all CPUs at once, each on a thread of its own, and
/// returns when all have returned. A thread that is a CPU itself runs its own
/// part. They start together, but nothing orders what they do: the thread
/// sanitizer reports what they share and do not synchronise.
void run_on_all_cpus(const std::function<void(size_t cpu)>& function);

}  // namespace percpu::testing

#endif  // PERCPU_TESTING_CPUS_H_
