// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "percpu/init.h"

#include "percpu/area.h"
#include "percpu/define.h"
#include "percpu/internal/fill.h"
#include "percpu/internal/part.h"
#include "percpu/internal/state.h"
#include "percpu/internal/value_access.h"
#include "percpu/variable.h"
#include "percpu_arch/area.h"
#include "percpu_arch/copy.h"
#include "percpu_arch/layout.h"
#include "percpu_arch/register.h"

// The id of the CPU that the area belongs to. With C linkage and a part of its
// own, because the linker fragment asks for it and keeps it: an image that
// initialises areas has a variable.
extern "C" {
PERCPU_INTERNAL_DEF(id, uint32_t, percpu_area_cpu, 0);
}

namespace percpu {
namespace {

enum Phase : uint8_t { kNotStarted, kStarted, kDone };
constinit uint8_t phase = kNotStarted;

/// Returns whether [base, base + size) touches the template without being
/// the areas that start with it.
bool overlaps_template(uintptr_t base, size_t size) {
  const uintptr_t start = arch::template_address();
  return base != start && base < start + arch::template_size() &&
         start < base + size;
}

InitError check(uintptr_t first_area, size_t cpu_count) {
  if (internal::state.used_too_early) return InitError::kTooLate;
  if (cpu_count == 0) return InitError::kZeroCpus;
  if (cpu_count > arch::max_cpus()) return InitError::kTooManyCpus;
  if (first_area % arch::area_align() != 0) return InitError::kMisalignedBase;
  const size_t size = cpu_count * arch::area_size();
  if (first_area + size < first_area || !arch::is_reachable(first_area)) {
    return InitError::kUnreachableBase;
  }
  if (overlaps_template(first_area, size)) return InitError::kOverlapsTemplate;
  return InitError::kNone;
}

void fill(uintptr_t first_area, size_t cpu_count) {
  const uintptr_t from = arch::template_address();
  if (first_area == from && arch::saved_template() != 0) {
    arch::copy(arch::saved_template(), from, arch::template_size());
  }
  for (size_t cpu = 0; cpu < cpu_count; ++cpu) {
    const uintptr_t base = first_area + cpu * arch::area_size();
    internal::fill_area(base, cpu);
    arch::register_table()[cpu] = arch::register_of(base);
  }
}

InitResult init_areas(uintptr_t first_area, size_t cpu_count) {
  uint8_t expected = kNotStarted;
  if (!__atomic_compare_exchange_n(&phase, &expected, kStarted, false,
                                   __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE)) {
    return InitResult::failure(expected == kDone
                                   ? InitError::kAlreadyInitialized
                                   : InitError::kInProgress);
  }
  const InitError error = check(first_area, cpu_count);
  if (error != InitError::kNone) {
    __atomic_store_n(&phase, kNotStarted, __ATOMIC_RELEASE);
    return InitResult::failure(error);
  }
  first_area = arch::place_areas(first_area);
  fill(first_area, cpu_count);
  internal::state.cpu_count = cpu_count;
  __atomic_store_n(&phase, kDone, __ATOMIC_RELEASE);
  return InitResult::success(cpu_count);
}

}  // namespace

void internal::fill_area(uintptr_t base, size_t cpu) {
  const uintptr_t from = arch::template_address();
  if (base != from) arch::copy(base, from, arch::template_size());
  arch::prepare_area(base);
  *reinterpret_cast<uint32_t*>(base + percpu_area_cpu.offset()) =
      static_cast<uint32_t>(cpu);
}

InitResult init() {
  const uintptr_t first_area = arch::reserved_areas();
  if (first_area == 0 && arch::area_size() != 0) {
    return InitResult::failure(InitError::kNoMemory);
  }
  return init_areas(first_area, arch::max_cpus());
}

InitResult init(void* base, size_t cpu_count) {
  if (base == nullptr) return InitResult::failure(InitError::kNullBase);
  return init_areas(reinterpret_cast<uintptr_t>(base), cpu_count);
}

void init_percpu_reg(size_t cpu) {
  internal::check_cpu(cpu, "init_percpu_reg()");
  arch::write_register(arch::register_table()[cpu]);
}

size_t current_cpu() {
  // Not read_current_raw(), which needs a pinned thread: how long the id is
  // true is the caller's to know.
  return internal::ValueAccess<uint32_t, &percpu_area_cpu_percpu_id,
                               internal::placement_of(
                                   internal::Part::id)>::read();
}

const char* message(InitError error) {
  switch (error) {
    case InitError::kNone:
      return "percpu: the areas are ready";
    case InitError::kAlreadyInitialized:
      return "percpu: init() was called before; nothing was initialised again";
    case InitError::kInProgress:
      return "percpu: another CPU is in init(); wait until it is done";
    case InitError::kTooLate:
      return "percpu: write_percpu_reg() was called before init(); call init() "
             "before any CPU uses its area";
    case InitError::kNoMemory:
      return "percpu: no memory for the areas";
    case InitError::kNullBase:
      return "percpu: init(base, cpu_count) was given a null base";
    case InitError::kMisalignedBase:
      return "percpu: init(base, cpu_count) was given a misaligned base; "
             "area_layout(cpu_count).align says what it must be a multiple of";
    case InitError::kUnreachableBase:
      return "percpu: init(base, cpu_count) was given memory that the register "
             "cannot lead to";
    case InitError::kOverlapsTemplate:
      return "percpu: init(base, cpu_count) was given memory that overlaps the "
             "template; use the areas of init() or memory of your own";
    case InitError::kZeroCpus:
      return "percpu: init(base, cpu_count) was given no CPU";
    case InitError::kTooManyCpus:
      return "percpu: init(base, cpu_count) was given more CPUs than CPU_NUM; "
             "raise //percpu/config:cpu_num";
  }
  return "percpu: not an InitError";
}

}  // namespace percpu
