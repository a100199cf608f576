// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/json.h"

#include "tools/map/padding.h"
#include "tools/map/sharing.h"
#include "tools/map/words.h"

namespace percpu_map {
namespace {

std::string key(std::string_view name) { return json_quoted(name) + ": "; }

std::string number(std::string_view name, uint64_t value) {
  return key(name) + std::to_string(value);
}

std::string text(std::string_view name, std::string_view value) {
  return key(name) + json_quoted(value);
}

/// The elements with commas, one a line.
template <typename Elements, typename Function>
std::string list(std::string_view name, const Elements& elements,
                 Function as_element) {
  std::string json;
  for (const auto& element : elements) {
    json += (json.empty() ? "\n    " : ",\n    ") + as_element(element);
  }
  return key(name) + "[" + json + (json.empty() ? "]" : "\n  ]");
}

std::string as_object(const Variable& variable) {
  return "{" + text("name", variable.name) + ", " +
         number("offset", variable.offset) + ", " +
         number("size", variable.size) + ", " +
         number("align", variable.align) + ", " +
         text("align_source", name_of(variable.align_source)) + ", " +
         text("type", variable.type) + ", " +
         text("placement", name_of(variable.placement)) + ", " +
         text("file", variable.file) + "}";
}

}  // namespace

std::string as_json(const Layout& layout) {
  const auto name = [&](size_t variable) {
    return json_quoted(layout.variables[variable].name);
  };
  const Padding unused = padding(layout);
  return "{\n  " + text("arch", layout.arch) + ",\n  " +
         number("cpu_num", layout.cpu_num) + ",\n  " +
         number("stride", layout.stride) + ",\n  " +
         number("area_size", layout.stride) + ",\n  " +
         number("area_align", layout.area_align) + ",\n  " +
         number("used", layout.used) + ",\n  " + number("total", layout.total) +
         ",\n  " + number("hot_used", layout.hot_used) + ",\n  " +
         number("hot_limit", layout.hot_limit) + ",\n  " +
         number("padding", unused.bytes) + ",\n  " +
         number("saved_by_reordering", bytes_saved_by_reordering(layout)) +
         ",\n  " + list("variables", layout.variables, as_object) + ",\n  " +
         list("gaps", unused.gaps,
              [](const Gap& gap) {
                return "{" + number("offset", gap.offset) + ", " +
                       number("size", gap.size) + "}";
              }) +
         ",\n  " +
         list("shared_lines", shared_lines(layout),
              [&](const SharedLine& line) {
                std::string names;
                for (const size_t i : line.variables) {
                  names += (names.empty() ? "" : ", ") + name(i);
                }
                return "{" + number("offset", line.offset) + ", " +
                       key("variables") + "[" + names + "]}";
              }) +
         ",\n  " +
         list("false_sharing", false_sharing(layout, kLineSize),
              [&](const FalseSharing& pair) {
                return "[" + name(pair.first) + ", " + name(pair.second) + "]";
              }) +
         "\n}\n";
}

}  // namespace percpu_map
