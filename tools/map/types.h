// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Types in debug information, as they are written in C++:
//
//   Types types(unit, budget);
//   types.name(type)    "const sched::Queue<int>*[4]"
//   types.align(type)   8

#ifndef PERCPU_TOOLS_MAP_TYPES_H_
#define PERCPU_TOOLS_MAP_TYPES_H_

#include <elfutils/libdw.h>
#include <stdint.h>

#include <map>
#include <string>

#include "tools/map/die.h"

namespace percpu_map {

/// The types of one compilation unit.
class Types {
 public:
  /// Looks at all of the unit's types.
  Types(Dwarf_Die& unit, Budget& budget);

  /// The type's name with its namespaces; what percpu's macros wrap it in is
  /// left out. Empty where it is too long, or endless.
  std::string name(Dwarf_Die type);

  /// The type's alignment in bytes, a power of two, or 0 where it is not known.
  uint64_t align(Dwarf_Die type);

 private:
  void add_scopes(Dwarf_Die& scope, const std::string& prefix,
                  unsigned nesting);
  std::string qualified_name(Dwarf_Die& type);
  std::string sign_of(Dwarf_Die& pointer);
  std::string declared(Dwarf_Die* type, std::string inner, unsigned nesting);
  std::string arguments(Dwarf_Die& function, unsigned nesting);
  std::string dimensions(Dwarf_Die& array);
  uint64_t align(Dwarf_Die type, unsigned nesting);
  uint64_t align_of_members(Dwarf_Die& type, unsigned nesting);

  Budget& budget_;
  /// How many types one name may be made of.
  Budget pieces_{0};
  /// The namespaces and classes around a type, each followed by "::".
  std::map<Dwarf_Off, std::string> scopes_;
};

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_TYPES_H_
