// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/operations.h"

#include "percpu/percpu.h"

// The operations on a variable `v` of type T. A macro, because the functions'
// names are put together, and because the functions and their list come from
// the same table:
//
//   X(placement, size, result, operation, parameters, body)
//
// `increment` and `second_access`, which is a read and a write to be held
// against a read alone, are under a pin; the others are one operation to the
// compiler. Its value is not in the register of the result, which would take a
// move.
#define OPERATIONS(X, placement, size, T, v)                                 \
  X(placement, size, T, read, (), return v.read_current_raw())               \
  X(placement, size, void, write, (T value), v.write_current_raw(value))     \
  X(placement, size, T*, current_ptr, (), return v.current_ptr())            \
  X(placement, size, void, increment, (), percpu::AssumedPin pin;            \
    v.increment_current(pin))                                                \
  X(placement, size, T, second_access, (T, T value), percpu::AssumedPin pin; \
    const T before = v.read_current(pin); v.write_current(pin, value);       \
    return before)                                                           \
  X(placement, size, T*, remote_ptr, (size_t cpu), return v.remote_ptr(cpu)) \
  X(placement, size, void, add, (T value), v.add_current_raw(value))         \
  X(placement, size, void, sub, (T value), v.sub_current_raw(value))         \
  X(placement, size, void, decrement, (), v.decrement_current_raw())         \
  X(placement, size, T, fetch_add, (T value),                                \
    return v.fetch_add_current_raw(value))                                   \
  X(placement, size, T, add_return, (T value),                               \
    return v.add_return_current_raw(value))                                  \
  X(placement, size, void, and, (T mask), v.and_current_raw(mask))           \
  X(placement, size, void, or, (T mask), v.or_current_raw(mask))             \
  X(placement, size, void, xor, (T mask), v.xor_current_raw(mask))           \
  X(placement, size, T, exchange, (T value),                                 \
    return v.exchange_current_raw(value))                                    \
  X(placement, size, bool, compare_exchange, (T expected, T desired),        \
    return v.compare_exchange_current_raw(expected, desired))

#define VARIABLES(X)                         \
  OPERATIONS(X, hot, 1, uint8_t, hot_1)      \
  OPERATIONS(X, hot, 2, uint16_t, hot_2)     \
  OPERATIONS(X, hot, 4, uint32_t, hot_4)     \
  OPERATIONS(X, hot, 8, uint64_t, hot_8)     \
  OPERATIONS(X, plain, 1, uint8_t, plain_1)  \
  OPERATIONS(X, plain, 2, uint16_t, plain_2) \
  OPERATIONS(X, plain, 4, uint32_t, plain_4) \
  OPERATIONS(X, plain, 8, uint64_t, plain_8)

namespace percpu_benchmarks {
namespace {

DEF_PERCPU_HOT(uint8_t, hot_1, 1);
DEF_PERCPU_HOT(uint16_t, hot_2, 1);
DEF_PERCPU_HOT(uint32_t, hot_4, 1);
DEF_PERCPU_HOT(uint64_t, hot_8, 1);
DEF_PERCPU(uint8_t, plain_1, 1);
DEF_PERCPU(uint16_t, plain_2, 1);
DEF_PERCPU(uint32_t, plain_4, 1);
DEF_PERCPU(uint64_t, plain_8, 1);

}  // namespace

// Kept in the image, each on its own, for whoever looks at the image alone.
#define DEFINE(placement, size, result, operation, parameters, body) \
  extern "C" [[gnu::noinline, gnu::used, gnu::retain]] result        \
      op_##operation##_##placement##_##size parameters {             \
    body;                                                            \
  }
VARIABLES(DEFINE)
#undef DEFINE

extern "C" [[gnu::noinline, gnu::used, gnu::retain]] void op_empty() {}

namespace {

template <typename Signature>
Function as_function(Signature* function) {
  return reinterpret_cast<Function>(reinterpret_cast<uintptr_t>(function));
}

}  // namespace

Operations operations() {
#define LIST(placement, size, result, operation, parameters, body) \
  {#operation "_" #placement "_" #size,                            \
   as_function(op_##operation##_##placement##_##size),             \
   as_function(op_write_##placement##_##size)},
  static const Operation list[] = {VARIABLES(LIST)};
#undef LIST
  return {list, sizeof(list) / sizeof(list[0])};
}

Function empty_function() { return as_function(op_empty); }

}  // namespace percpu_benchmarks
