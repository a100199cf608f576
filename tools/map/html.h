// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A layout as a page for a browser and a printer.
//
//   out << as_html(layout, "kernel.elf");

#ifndef PERCPU_TOOLS_MAP_HTML_H_
#define PERCPU_TOOLS_MAP_HTML_H_

#include <string>

#include "tools/map/layout.h"

namespace percpu_map {

/// One file that needs nothing else. `image` is what the page is headed with.
std::string as_html(const Layout& layout, const std::string& image);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_HTML_H_
