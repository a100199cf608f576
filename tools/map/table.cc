// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/table.h"

#include <algorithm>

#include "tools/map/padding.h"
#include "tools/map/sharing.h"
#include "tools/map/words.h"
#include "tools/text/text_table.h"

namespace percpu_map {
namespace {

using percpu_tools::TextTable;
using std::to_string;

std::string variables_table(const Layout& layout) {
  TextTable table = {.header = {"variable", "placement", "type", "file",
                                "offset", "size", "align", "line"},
                     .rows = {},
                     .left_columns = 4};
  for (const Variable& variable : layout.variables) {
    table.rows.push_back(
        {variable.name, std::string(name_of(variable.placement)), variable.type,
         variable.file, hex(variable.offset), to_string(variable.size),
         align_of(variable), lines_of(variable)});
  }
  return percpu_tools::aligned(table);
}

std::string gaps_table(const std::vector<Gap>& gaps) {
  TextTable table = {.header = {"padding at", "size"}, .rows = {}};
  for (const Gap& gap : gaps) {
    table.rows.push_back({hex(gap.offset), to_string(gap.size)});
  }
  return percpu_tools::aligned(table);
}

std::string lines_table(const Layout& layout,
                        const std::vector<SharedLine>& lines) {
  TextTable table = {
      .header = {"line", "shared by"}, .rows = {}, .left_columns = 2};
  for (const SharedLine& line : lines) {
    std::string names;
    for (const size_t i : line.variables) {
      names += (names.empty() ? "" : ", ") + layout.variables[i].name;
    }
    table.rows.push_back({to_string(line.offset / kLineSize), names});
  }
  return percpu_tools::aligned(table);
}

}  // namespace

std::vector<std::string> summary(const Layout& layout) {
  return {
      layout.arch + ": " + to_string(layout.cpu_num) + " areas, one every " +
          to_string(layout.stride) + " bytes (the stride), " +
          to_string(layout.total) + " bytes in all",
      "hot: " + to_string(layout.hot_used) + " bytes used, " +
          to_string(layout.hot_limit -
                    std::min(layout.hot_used, layout.hot_limit)) +
          " left",
      "padding: " + to_string(padding(layout).bytes) +
          " bytes of an area; another order would save " +
          to_string(bytes_saved_by_reordering(layout)),
  };
}

std::string as_table(const Layout& layout) {
  std::string text;
  for (const std::string& sentence : summary(layout)) text += sentence + "\n";
  text += "\n" + variables_table(layout);
  const std::vector<Gap> gaps = padding(layout).gaps;
  if (!gaps.empty()) text += "\n" + gaps_table(gaps);
  const std::vector<SharedLine> lines = shared_lines(layout);
  if (!lines.empty()) text += "\n" + lines_table(layout, lines);
  const bool has_guess =
      std::any_of(layout.variables.begin(), layout.variables.end(),
                  [](const Variable& variable) {
                    return variable.align_source == AlignSource::kGuess;
                  });
  if (has_guess) {
    text +=
        "\n? the most that offset and size allow: the image has no debug "
        "information of it\n";
  }
  return text;
}

}  // namespace percpu_map
