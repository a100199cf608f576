// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/diff.h"

#include <map>
#include <utility>

#include "tools/map/words.h"
#include "tools/text/text_table.h"

namespace percpu_map {
namespace {

using percpu_tools::TextTable;
using std::to_string;

/// By name, and by its number among those of that name and file.
using Key = std::tuple<std::string, std::string, unsigned>;
struct Versions {
  const Variable* before = nullptr;
  const Variable* after = nullptr;
};
using Pairs = std::map<Key, Versions>;

void add(const Layout& layout, const Variable* Versions::* version,
         Pairs& pairs) {
  std::map<std::pair<std::string, std::string>, unsigned> counts;
  for (const Variable& variable : layout.variables) {
    const unsigned number = counts[{variable.name, variable.file}]++;
    pairs[{variable.name, variable.file, number}].*version = &variable;
  }
}

/// "8", or "8 -> 16".
std::string change(const std::string& before, const std::string& after) {
  return before == after ? after : before + " -> " + after;
}

std::vector<std::string> row_of(const std::string& name,
                                const Versions& versions) {
  const Variable& one =
      versions.after == nullptr ? *versions.before : *versions.after;
  const Variable& before =
      versions.before == nullptr ? *versions.after : *versions.before;
  std::string what = "changed";
  if (versions.before == nullptr) what = "added";
  if (versions.after == nullptr) what = "removed";
  return {what,
          name,
          change(std::string(name_of(before.placement)),
                 std::string(name_of(one.placement))),
          change(before.type, one.type),
          change(hex(before.offset), hex(one.offset)),
          change(to_string(before.size), to_string(one.size)),
          change(align_of(before), align_of(one))};
}

bool is_same(const Versions& versions) {
  if (versions.before == nullptr || versions.after == nullptr) return false;
  const Variable& before = *versions.before;
  const Variable& after = *versions.after;
  return before.offset == after.offset && before.size == after.size &&
         before.align == after.align && before.type == after.type &&
         before.placement == after.placement;
}

std::string figure(const std::string& what, uint64_t before, uint64_t after) {
  if (before == after) return "";
  const bool more = after > before;
  return what + ": " + to_string(before) + " -> " + to_string(after) + " (" +
         (more ? "+" : "-") +
         to_string(more ? after - before : before - after) + ")\n";
}

}  // namespace

std::string diff(const Layout& before, const Layout& after) {
  std::string text;
  if (before.arch != after.arch) {
    text += "architecture: " + before.arch + " -> " + after.arch + "\n";
  }
  text += figure("areas", before.cpu_num, after.cpu_num) +
          figure("bytes of an area", before.stride, after.stride) +
          figure("bytes of its variables", before.used, after.used) +
          figure("bytes of hot variables", before.hot_used, after.hot_used) +
          figure("bytes in all", before.total, after.total);
  Pairs pairs;
  add(before, &Versions::before, pairs);
  add(after, &Versions::after, pairs);
  TextTable table = {.header = {"", "variable", "placement", "type", "offset",
                                "size", "align"},
                     .rows = {},
                     .left_columns = 4};
  for (const auto& [key, versions] : pairs) {
    if (!is_same(versions)) {
      table.rows.push_back(row_of(std::get<0>(key), versions));
    }
  }
  if (!table.rows.empty()) {
    text += (text.empty() ? "" : "\n") + percpu_tools::aligned(table);
  }
  return text.empty() ? "the layouts are the same\n" : text;
}

}  // namespace percpu_map
