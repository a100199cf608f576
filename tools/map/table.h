// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A layout as text for a terminal.
//
//   out << as_table(layout);

#ifndef PERCPU_TOOLS_MAP_TABLE_H_
#define PERCPU_TOOLS_MAP_TABLE_H_

#include <string>
#include <vector>

#include "tools/map/layout.h"

namespace percpu_map {

/// The areas, the hot budget and the padding, a sentence each.
std::vector<std::string> summary(const Layout& layout);

/// The summary, the variables, the padding and the shared cache lines.
std::string as_table(const Layout& layout);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_TABLE_H_
