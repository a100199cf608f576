// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The sizes of functions in a linked image, from its disassembly as
// llvm-objdump prints it with addresses and bytes:
//
//   ffffffff80100710 <op_read_hot_8>:
//   ffffffff80100710: 65 48 8b 04 25 10 00 00 00    movq  %gs:0x10, %rax
//   ffffffff80100719: c3                            retq

#ifndef PERCPU_BENCHMARKS_LISTING_H_
#define PERCPU_BENCHMARKS_LISTING_H_

#include <map>
#include <string>
#include <string_view>

namespace percpu_benchmarks {

/// A function without its return instructions, and without the padding after
/// the last instruction.
struct CodeSize {
  unsigned instructions = 0;
  unsigned bytes = 0;
  unsigned returns = 0;  ///< How many return instructions it has.

  bool operator==(const CodeSize&) const = default;
};

/// Functions by their symbols' names.
using Listing = std::map<std::string, CodeSize, std::less<>>;

/// Reads a disassembly; lines that are neither label nor instruction are
/// nothing to it.
Listing parse_listing(std::string_view text);

}  // namespace percpu_benchmarks

#endif  // PERCPU_BENCHMARKS_LISTING_H_
