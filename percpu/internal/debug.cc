// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/internal/debug.h"

#ifdef PERCPU_DEBUG_CHECKS

#include "percpu/define.h"
#include "percpu/guard.h"
#include "percpu/internal/state.h"
#include "percpu/misuse.h"
#include "percpu_arch/layout.h"
#include "percpu_arch/register.h"

namespace percpu::internal {
namespace {

DEF_PERCPU(Holding*, innermost, nullptr);

/// The innermost of the CPU whose register holds `register_value`: without the
/// checks that this file is for.
Holding*& innermost_of(uintptr_t register_value) {
  return *reinterpret_cast<Holding**>(arch::base_of(register_value) +
                                      innermost.offset());
}

bool leads_to_area(uintptr_t register_value) {
  for (size_t cpu = 0; cpu < state.cpu_count; ++cpu) {
    if (register_value == arch::register_table()[cpu]) return true;
  }
  return false;
}

bool is_preemptible() {
#ifdef PERCPU_PREEMPT
  return percpu_guard::is_preemptible();
#else
  return false;
#endif
}

/// Panics unless `register_value`, the current CPU's, leads to an area.
void check_area(uintptr_t register_value, const char* variable,
                const void* call_site) {
  if (leads_to_area(register_value)) return;
  percpu_panic(
      {.message = state.cpu_count == 0
                      ? "percpu: a variable is used before init()"
                      : "percpu: a variable is used on a CPU that has not "
                        "called init_percpu_reg()",
       .subject = variable,
       .call_site = call_site});
}

}  // namespace

void check_register(const char* variable) {
  check_area(arch::read_register(), variable, __builtin_return_address(0));
}

void check_pinned(const char* variable) {
  check_area(arch::read_register(), variable, __builtin_return_address(0));
  if (!is_preemptible()) return;
  percpu_panic({.message = "percpu: an access that needs a pin is made while "
                           "the thread may be preempted; hold a guard",
                .subject = variable,
                .call_site = __builtin_return_address(0)});
}

void check_pin(uintptr_t register_value, const char* variable) {
  check_area(arch::read_register(), variable, __builtin_return_address(0));
  if (register_value == arch::read_register()) return;
  percpu_panic({.message = "percpu: the pin is another CPU's, or from before "
                           "init_percpu_reg()",
                .subject = variable,
                .call_site = __builtin_return_address(0)});
}

void check_not_preemptible(const char* guard) {
  if (!is_preemptible()) return;
  percpu_panic({.message = "percpu: the thread may be preempted while it is "
                           "pinned; do not enable preemption before the pin "
                           "ends",
                .subject = guard,
                .call_site = __builtin_return_address(0)});
}

Holding::Holding(const char* guard) : subject_(guard), start_(0), size_(0) {
  begin();
}

Holding::Holding(const char* variable, const volatile void* copy, size_t size)
    : subject_(variable),
      start_(reinterpret_cast<uintptr_t>(copy)),
      size_(size) {
  begin();
  for (const Holding* held = outer_; held != nullptr; held = held->outer_) {
    if (!overlaps(*held)) continue;
    percpu_panic({.message = "percpu: with_current() is called inside of "
                             "with_current() for the same variable",
                  .subject = variable,
                  .call_site = __builtin_return_address(0)});
  }
}

Holding::~Holding() {
  if (!is_recorded_) return;
  const bool has_moved = arch::read_register() != register_value_;
  Holding*& innermost_here = innermost_of(register_value_);
  if (!has_moved && innermost_here == this) {
    innermost_here = outer_;
    return;
  }
  percpu_panic({.message = has_moved
                               ? "percpu: a guard ends on another CPU than it "
                                 "began on; it must keep the thread there"
                               : "percpu: guards end in another order than "
                                 "reversed; end first what began last",
                .subject = subject_,
                .call_site = __builtin_return_address(0)});
}

void Holding::begin() {
  register_value_ = arch::read_register();
  is_recorded_ = leads_to_area(register_value_);
  outer_ = nullptr;
  if (!is_recorded_) return;
  Holding*& innermost_here = innermost_of(register_value_);
  outer_ = innermost_here;
  innermost_here = this;
}

bool Holding::overlaps(const Holding& other) const {
  return start_ < other.start_ + other.size_ && other.start_ < start_ + size_;
}

}  // namespace percpu::internal

#endif  // PERCPU_DEBUG_CHECKS
