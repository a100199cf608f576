// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What changed from one image to another.
//
//   out << diff(old_layout, new_layout);

#ifndef PERCPU_TOOLS_MAP_DIFF_H_
#define PERCPU_TOOLS_MAP_DIFF_H_

#include <string>

#include "tools/map/layout.h"

namespace percpu_map {

/// A line for each figure of the areas and a row for each variable that is
/// not the same in both. A variable is known again by its name and file; where
/// several have them, by the order in the area.
std::string diff(const Layout& before, const Layout& after);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_DIFF_H_
