// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The name that percpu/define.h gives the storage of a variable:
//
//   parse_symbol_name("_ZN9Scheduler19switches_percpu_hotE")
//   {"Scheduler::switches", Placement::kHot}

#ifndef PERCPU_TOOLS_MAP_SYMBOL_NAME_H_
#define PERCPU_TOOLS_MAP_SYMBOL_NAME_H_

#include <string>

#include "tools/map/layout.h"

namespace percpu_map {

struct SymbolName {
  std::string variable;
  Placement placement;
};

/// Returns what a symbol is called in the source. A name that no macro of
/// percpu made keeps all of it, and is of Placement::kOther.
SymbolName parse_symbol_name(const std::string& symbol);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_SYMBOL_NAME_H_
