// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/testing/cpus.h"

#include <atomic>
#include <latch>
#include <memory>
#include <thread>
#include <vector>

#include "percpu/area.h"
#include "percpu/init.h"
#include "percpu/internal/fill.h"
#include "percpu/internal/state.h"
#include "percpu/misuse.h"
#include "percpu/testing/plain_globals.h"

namespace percpu::testing {
namespace {

/// Who is a CPU, by an address that is each thread's own; null for nobody. The
/// order of acquiring and releasing is that of the CPU's work.
using Owner = std::atomic<const void*>;

const void* current_thread() {
  thread_local const char self = 0;
  return &self;
}

[[noreturn]] void panic(const char* message, const char* subject) {
  percpu_panic({.message = message,
                .subject = subject,
                .call_site = __builtin_return_address(0)});
}

/// Returns one for each CPU. The first call prepares the areas.
Owner* owners() {
  static const std::unique_ptr<Owner[]> table = [] {
    if (area_num() == 0) {
      const InitResult result = init();
      if (!result.ok()) panic(result.message(), "percpu::testing");
    }
    return std::make_unique<Owner[]>(area_num());
  }();
  return table.get();
}

}  // namespace

size_t cpu_count() {
  owners();
  return area_num();
}

void reset() {
  for (size_t cpu = 0; cpu < cpu_count(); ++cpu) {
    const void* owner = owners()[cpu].load(std::memory_order_acquire);
    if (owner != nullptr && owner != current_thread()) {
      panic("percpu: another thread is a CPU; join it before this", "reset()");
    }
  }
  restore_plain_globals();
  for (size_t cpu = 0; cpu < cpu_count(); ++cpu) {
    internal::fill_area(area_base(cpu), cpu);
  }
}

ScopedCpu::ScopedCpu(size_t cpu) : cpu_(cpu), outer_base_(read_percpu_reg()) {
  if (cpu >= cpu_count()) {
    panic(
        "percpu: the CPU id is not below cpu_count(); raise "
        "//percpu/config:cpu_num",
        "run_as_cpu()");
  }
  const void* owner = nullptr;
  is_outermost_ = owners()[cpu].compare_exchange_strong(
      owner, current_thread(), std::memory_order_acquire);
  if (!is_outermost_ && owner != current_thread()) {
    panic("percpu: another thread is this CPU; a CPU is one thread at a time",
          "run_as_cpu()");
  }
  init_percpu_reg(cpu);
}

ScopedCpu::~ScopedCpu() {
  write_percpu_reg(outer_base_);
  if (is_outermost_) {
    owners()[cpu_].store(nullptr, std::memory_order_release);
  }
}

void run_on_all_cpus(const std::function<void(size_t cpu)>& function) {
  constexpr size_t kNone = SIZE_MAX;
  size_t own = kNone;
  for (size_t cpu = 0; cpu < cpu_count(); ++cpu) {
    if (read_percpu_reg() == area_base(cpu) &&
        owners()[cpu].load(std::memory_order_relaxed) == current_thread()) {
      own = cpu;
    }
  }
  std::latch all_are_here(static_cast<ptrdiff_t>(cpu_count()));
  const auto run = [&](size_t cpu) {
    ScopedCpu scope(cpu);
    all_are_here.arrive_and_wait();
    function(cpu);
  };
  std::vector<std::thread> threads;
  for (size_t cpu = 0; cpu < cpu_count(); ++cpu) {
    if (cpu != own) threads.emplace_back(run, cpu);
  }
  if (own != kNone) run(own);
  for (std::thread& thread : threads) thread.join();
}

}  // namespace percpu::testing
