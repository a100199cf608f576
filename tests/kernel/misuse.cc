// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// One wrong use in each image: PERCPU_TESTS_MISUSE names the function. The
// machine has to end in a panic.

#include "kernel/kernel.h"
#include "percpu/percpu.h"

namespace misuse {

DEF_PERCPU(uint64_t, early, 0);
namespace deep {
DEF_PERCPU_HOT(uint32_t, lost, 0);
}

/// Initialises, and leads CPU 0 to its area.
void set_up() {
  const percpu::InitResult result = percpu::init();
  if (!result.ok()) kernel::panic(result.message());
  percpu::init_percpu_reg(0);
}

[[maybe_unused]] void access_before_init() { early.increment_current(); }

[[maybe_unused]] void pointer_before_init() { *early.current_ptr() = 1; }

[[maybe_unused]] void access_without_register() {
  set_up();
  kernel::start_secondary_cpus([](unsigned) { deep::lost.write_current(1); },
                               2);
  for (;;) kernel::cpu_relax();
}

[[maybe_unused]] void register_before_init() {
  percpu::init_percpu_reg(0);
  early.increment_current();
}

[[maybe_unused]] void register_of_no_cpu() {
  set_up();
  percpu::init_percpu_reg(percpu::area_num());
}

[[maybe_unused]] void remote_of_no_cpu() {
  set_up();
  *early.remote_ptr(percpu::area_num()) = 1;
}

[[maybe_unused]] void base_of_no_cpu() {
  set_up();
  kernel::print(kernel::Hex{percpu::area_base(~size_t{0})}, "\n");
}

}  // namespace misuse

extern "C" void kernel_main() {
  misuse::PERCPU_TESTS_MISUSE();
  kernel::print("nothing refused it\n");
  kernel::exit(0);
}
