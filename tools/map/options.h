// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The command line.
//
//   const Options options = parse_options({"--json", "kernel.elf"});
//   if (!options.error.empty()) complain(options.error);

#ifndef PERCPU_TOOLS_MAP_OPTIONS_H_
#define PERCPU_TOOLS_MAP_OPTIONS_H_

#include <string>
#include <vector>

#include "tools/map/check.h"

namespace percpu_map {

enum class Mode { kTable, kJson, kHtml, kCheck, kDiff, kHelp };

struct Options {
  Mode mode = Mode::kTable;
  /// One; two with Mode::kDiff; none with Mode::kHelp.
  std::vector<std::string> images;
  /// Where the page goes; empty is standard output.
  std::string html_file;
  Limits limits;
  std::string error;  ///< A sentence if an argument is wrong.
};

Options parse_options(const std::vector<std::string>& arguments);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_OPTIONS_H_
