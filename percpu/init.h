// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Setting the areas up, once, and leading each CPU to its own:
//
//   const percpu::InitResult result = percpu::init();
//   if (!result.ok()) panic(result.message());
//   percpu::init_percpu_reg(0);       // the boot CPU
//   start_other_cpus();               // each calls init_percpu_reg(its id)

#ifndef PERCPU_INIT_H_
#define PERCPU_INIT_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu {

/// Why init() did nothing.
enum class InitError : uint8_t {
  kNone,
  kAlreadyInitialized,
  kInProgress,
  kTooLate,
  kNoMemory,
  kNullBase,
  kMisalignedBase,
  kUnreachableBase,
  kOverlapsTemplate,
  kZeroCpus,
  kTooManyCpus,
};

/// Returns a sentence that says what is wrong and what to do. Lives forever.
const char* message(InitError error);

/// What init() did: prepared areas for cpu_count() CPUs, or nothing at all.
class [[nodiscard]] InitResult {
 public:
  /// Makes the result of an init() that prepared `cpu_count` areas.
  static constexpr InitResult success(size_t cpu_count) {
    return InitResult(cpu_count, InitError::kNone);
  }

  /// Makes the result of an init() that did nothing.
  static constexpr InitResult failure(InitError error) {
    return InitResult(0, error);
  }

  /// Returns whether the areas are ready.
  constexpr bool ok() const { return error_ == InitError::kNone; }

  /// Is ok().
  constexpr explicit operator bool() const { return ok(); }

  /// Returns the number of CPUs that have an area; 0 after a failure.
  constexpr size_t cpu_count() const { return cpu_count_; }

  /// Returns why nothing was done; kNone after a success.
  constexpr InitError error() const { return error_; }

  /// Returns error() as a sentence.
  const char* message() const { return percpu::message(error_); }

 private:
  constexpr InitResult(size_t cpu_count, InitError error)
      : cpu_count_(cpu_count), error_(error) {}

  size_t cpu_count_;
  InitError error_;
};

/// Prepares the areas that the image reserves: CPU_NUM of them, each a copy of
/// the template. Call it once, on one CPU, before any CPU uses a variable; the
/// others wait until it has returned. A second call changes nothing and fails
/// with kAlreadyInitialized. Costs one memcpy of the template for each CPU but
/// the first, whose area is the template itself.
InitResult init();

/// Like init(), in `cpu_count` areas at `base`, in memory that the kernel
/// gives for good: area_layout(cpu_count) says how much and how aligned. Its
/// content does not matter. Checks everything before it changes anything.
InitResult init(void* base, size_t cpu_count);

/// Makes the area of CPU `cpu` the current CPU's own. Call it once on each
/// CPU, after init(), with a different id below area_num(); a wrong id panics.
void init_percpu_reg(size_t cpu);

}  // namespace percpu

#endif  // PERCPU_INIT_H_
