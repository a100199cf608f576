// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What DWARF says about variables, through libdw.
//
//   add_debug_info(elf, {{{"ticks_percpu_hot", 0}, &ticks}});
//   ticks.type   "unsigned long"

#ifndef PERCPU_TOOLS_MAP_DEBUG_INFO_H_
#define PERCPU_TOOLS_MAP_DEBUG_INFO_H_

#include <libelf.h>
#include <stdint.h>

#include <map>
#include <string>
#include <utility>

#include "tools/map/layout.h"

namespace percpu_map {

/// By the name of the symbol and its value. Both, because a linker that drops a
/// variable may leave its debug information, with an address that is another's.
using VariablesBySymbol = std::map<std::pair<std::string, uint64_t>, Variable*>;

/// Sets type, file and alignment of those that the file has debug information
/// for, and leaves the others.
void add_debug_info(Elf* elf, const VariablesBySymbol& variables);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_DEBUG_INFO_H_
