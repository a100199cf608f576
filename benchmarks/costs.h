// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What each operation costs on each architecture, put together from an image's
// listing and from what executing it gave.

#ifndef PERCPU_BENCHMARKS_COSTS_H_
#define PERCPU_BENCHMARKS_COSTS_H_

#include <stdint.h>

#include <string>
#include <vector>

#include "benchmarks/listing.h"
#include "benchmarks/measurements.h"

namespace percpu_benchmarks {

/// In the order in which everything is printed.
inline constexpr const char* kArchitectures[] = {"x86_64", "aarch64", "riscv64",
                                                 "loongarch64"};
inline constexpr const char* kPlacements[] = {"hot", "plain"};
inline constexpr unsigned kSizes[] = {1, 2, 4, 8};
inline constexpr const char* kOperations[] = {
    "read",          "write", "current_ptr", "increment", "decrement",
    "second_access", "add",   "sub",         "fetch_add", "add_return",
    "and",           "or",    "xor",         "exchange",  "compare_exchange",
    "remote_ptr"};

/// One operation on a variable of one size and placement, without the return
/// instruction of the function that it stands in.
struct Cost {
  std::string architecture = {};
  std::string operation = {};
  unsigned size = 0;
  std::string placement = {};
  unsigned instructions = 0;  ///< In the linked image.
  unsigned bytes = 0;         ///< Of these instructions.
  uint64_t executed = 0;      ///< Counted in QEMU.
};

struct Costs {
  std::vector<Cost> costs;
  std::string compiler;  ///< Of the images: "clang 22".
  std::string error;     ///< A sentence where a number is missing.
};

/// The costs on one architecture. `second_access` is what a second access adds:
/// the function of that name less a read alone.
Costs collect_costs(const std::string& architecture, const Listing& listing,
                    const Measurements& executed);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_COSTS_H_
