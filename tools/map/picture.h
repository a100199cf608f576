// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// An area as SVG: a row for each cache line, a box for each variable.
//
//   page += picture(layout);
//
// The boxes' classes are the placements' names, "gap" and "fold"; the page's
// style gives them colours. A box leads to the element "v<index>", which the
// page has for each of Layout::variables.

#ifndef PERCPU_TOOLS_MAP_PICTURE_H_
#define PERCPU_TOOLS_MAP_PICTURE_H_

#include <string>

#include "tools/map/layout.h"

namespace percpu_map {

/// Several SVG elements, one after another, so that a printer can put a page's
/// end between two of them. Many rows that look the same are folded into one.
std::string picture(const Layout& layout);

/// What a person reads of a variable while pointing at it.
std::string description(const Variable& variable);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_PICTURE_H_
