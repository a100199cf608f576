// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/kernel/stepped_code.h"

#include "kernel/kernel.h"
#include "percpu_arch/restart.h"
#include "tests/kernel/instruction_length.h"

// The linker's bounds of what STEP_END lists.
extern "C" [[gnu::visibility(
    "hidden")]] const percpu_tests::Code __start_percpu_tests_steps[];
extern "C" [[gnu::visibility(
    "hidden")]] const percpu_tests::Code __stop_percpu_tests_steps[];

namespace percpu_tests {
namespace {

constexpr size_t kMostSequences = 1024;
constinit bool is_covered[kMostSequences] = {};

/// Calls `visit(index, start, end)` for each sequence of the image.
template <typename Visitor>
void for_each_sequence(Visitor visit) {
  const size_t count = percpu::arch::sequence_count();
  if (count > kMostSequences) kernel::panic("stepped_code: too many sequences");
  for (size_t i = 0; i < count; ++i) {
    const percpu::arch::Sequence& sequence = percpu::arch::first_sequence()[i];
    visit(i, sequence.start(), sequence.end());
  }
}

bool ends_sequence(uintptr_t pc) {
  bool result = false;
  for_each_sequence(
      [&](size_t, uintptr_t, uintptr_t end) { result |= pc == end; });
  return result;
}

}  // namespace

Code code_of(uintptr_t function) {
  Code code = {~uintptr_t{0}, 0};
  for (const Code* each = __start_percpu_tests_steps;
       each != __stop_percpu_tests_steps; ++each) {
    if (each->begin >= function && each->begin < code.begin) code = *each;
  }
  return code;
}

bool is_in_sequence(uintptr_t pc) {
  bool result = false;
  for_each_sequence([&](size_t, uintptr_t start, uintptr_t end) {
    result |= pc >= start && pc < end;
  });
  return result;
}

Boundaries::Boundaries(Code code, bool skips_store)
    : code_(code), skips_store_(skips_store) {
  if (code.end < code.begin || code.end - code.begin > kMostBytes) {
    kernel::panic("stepped_code: an operation is not in one piece");
  }
}

bool Boundaries::is_boundary(uintptr_t pc) const {
  return !skips_store_ || !ends_sequence(pc + instruction_length(pc));
}

unsigned Boundaries::count() const {
  unsigned count = 0;
  for (uintptr_t pc = code_.begin; pc <= code_.end;
       pc += instruction_length(pc)) {
    count += is_boundary(pc);
  }
  return count;
}

unsigned Boundaries::missed() const {
  unsigned missed = 0;
  for (uintptr_t pc = code_.begin; pc <= code_.end;
       pc += instruction_length(pc)) {
    missed += is_boundary(pc) && !is_reached_[pc - code_.begin];
  }
  return missed;
}

void cover(Code code) {
  for_each_sequence([&](size_t i, uintptr_t start, uintptr_t end) {
    is_covered[i] |= start >= code.begin && end <= code.end;
  });
}

size_t sequences_left_out(uintptr_t& address) {
  size_t count = 0;
  for_each_sequence([&](size_t i, uintptr_t start, uintptr_t) {
    if (is_covered[i]) return;
    if (count++ == 0) address = start;
  });
  return count;
}

}  // namespace percpu_tests
