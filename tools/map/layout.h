// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What an image says about its per-CPU areas, as plain data:
//
//   for (const Variable& variable : layout.variables)
//     show(variable.name, variable.offset, variable.size);

#ifndef PERCPU_TOOLS_MAP_LAYOUT_H_
#define PERCPU_TOOLS_MAP_LAYOUT_H_

#include <stdint.h>

#include <string>
#include <string_view>
#include <vector>

namespace percpu_map {

/// The bytes that CPUs pass between their caches at once, and that no two
/// areas share: kCacheLineSize of percpu/internal/part.h.
inline constexpr uint64_t kLineSize = 64;

/// The parts of percpu/placement.h, in their order in an area. kOther is what
/// no macro of percpu placed.
enum class Placement { kHot, kPlain, kCacheline, kReadMostly, kPage, kOther };

inline constexpr Placement kPlacements[] = {
    Placement::kHot,        Placement::kPlain, Placement::kCacheline,
    Placement::kReadMostly, Placement::kPage,  Placement::kOther};

/// "hot", "plain", "cacheline", "read_mostly", "page" or "other".
std::string_view name_of(Placement placement);

/// Where a variable's alignment is known from.
enum class AlignSource {
  kDeclared,  ///< The debug information of the variable.
  kType,      ///< That of its type.
  kGuess,     ///< The most that its offset and its size allow.
};

/// "declared", "type" or "guess".
std::string_view name_of(AlignSource source);

struct Variable {
  /// With its namespaces and classes.
  std::string name;
  /// In bytes, from the start of an area.
  uint64_t offset = 0;
  uint64_t size = 0;
  uint64_t align = 1;
  AlignSource align_source = AlignSource::kGuess;
  /// Empty where the image does not tell.
  std::string type;
  /// The file that defines it. Empty where the image does not tell.
  std::string file;
  Placement placement = Placement::kOther;

  uint64_t end() const { return offset + size; }
};

/// Sizes are in bytes.
struct Layout {
  /// "x86_64", "aarch64", "riscv64" or "loongarch64".
  std::string arch;
  /// The most CPUs: as many areas stand in the image.
  uint64_t cpu_num = 0;
  /// From one area to the next.
  uint64_t stride = 0;
  /// What an area's address is a multiple of.
  uint64_t area_align = 0;
  /// From the start of an area to the end of its last variable.
  uint64_t used = 0;
  /// From the start of an area to the end of its hot part.
  uint64_t hot_used = 0;
  /// The most that hot_used may be.
  uint64_t hot_limit = 0;
  /// All areas and what the linker fragment puts behind them.
  uint64_t total = 0;
  /// By their offsets.
  std::vector<Variable> variables;
};

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_LAYOUT_H_
