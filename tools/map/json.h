// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A layout for programs; docs/layout.md says what each key means.
//
//   out << as_json(layout);

#ifndef PERCPU_TOOLS_MAP_JSON_H_
#define PERCPU_TOOLS_MAP_JSON_H_

#include <string>

#include "tools/map/layout.h"

namespace percpu_map {

/// One object, with a line for each variable.
std::string as_json(const Layout& layout);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_JSON_H_
