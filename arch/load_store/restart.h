// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Operations of several instructions that an interrupt may stop half-way. With
// the setting `restart` each registers the addresses of its instructions:
//
//   for (const Sequence& sequence : ...) if (sequence.holds(pc)) ...
//
// A sequence has one store, which comes last, and changes none of its inputs.
// So whoever interrupts it before the store may send it back to its start, on
// whatever CPU it goes on.

#ifndef PERCPU_ARCH_LOAD_STORE_RESTART_H_
#define PERCPU_ARCH_LOAD_STORE_RESTART_H_

#include <stddef.h>
#include <stdint.h>

namespace percpu::arch {

/// Whether a value function is safe against preemption and migration by a guard
/// alone.
#ifdef PERCPU_RESTART
inline constexpr bool kValueNeedsGuard = false;
#else
inline constexpr bool kValueNeedsGuard = true;
#endif

/// The instructions of one operation, by their distances from these fields.
struct Sequence {
  int32_t start_distance;
  int32_t end_distance;

  /// The address of the first instruction.
  uintptr_t start() const { return target(start_distance); }
  /// The address after the store.
  uintptr_t end() const { return target(end_distance); }

 private:
  static uintptr_t target(const int32_t& distance) {
    return reinterpret_cast<uintptr_t>(&distance) +
           static_cast<uintptr_t>(intptr_t{distance});
  }
};

}  // namespace percpu::arch

#ifdef PERCPU_RESTART
// The linker's bounds of the section `percpu_restart`. Weak, because there may
// be no sequence. The section is of the flag SHF_LINK_ORDER, so that the linker
// sorts it as the code that it is about, and drops what that code is dropped
// with.
extern "C"
    [[gnu::weak,
      gnu::visibility(
          "hidden")]] const percpu::arch::Sequence __start_percpu_restart[];
extern "C"
    [[gnu::weak,
      gnu::visibility(
          "hidden")]] const percpu::arch::Sequence __stop_percpu_restart[];
#endif

namespace percpu::arch {

/// All sequences of the image, sorted by address.
#ifdef PERCPU_RESTART
inline const Sequence* first_sequence() { return __start_percpu_restart; }
inline size_t sequence_count() {
  return static_cast<size_t>(__stop_percpu_restart - __start_percpu_restart);
}
#else
constexpr const Sequence* first_sequence() { return nullptr; }
constexpr size_t sequence_count() { return 0; }
#endif

}  // namespace percpu::arch

// Macros, because assembler text is put together from string literals: what
// stands around an operation of several instructions. `%=` is a number of its
// own for each copy of the text.
#ifdef PERCPU_RESTART
#define PERCPU_SEQUENCE_BEGIN PERCPU_BEGIN ".Lpercpu_start%=:\n\t"
#define PERCPU_SEQUENCE_END                                            \
  ".Lpercpu_end%=:\n\t"                                                \
  ".pushsection percpu_restart,\"ao?\",@progbits,.Lpercpu_start%=\n\t" \
  ".balign 4\n\t"                                                      \
  ".long .Lpercpu_start%= - .\n\t"                                     \
  ".long .Lpercpu_end%= - .\n\t"                                       \
  ".popsection\n\t" PERCPU_END
#else
#define PERCPU_SEQUENCE_BEGIN PERCPU_BEGIN
#define PERCPU_SEQUENCE_END PERCPU_END
#endif

#endif  // PERCPU_ARCH_LOAD_STORE_RESTART_H_
