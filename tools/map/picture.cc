// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/picture.h"

#include <algorithm>

#include "tools/map/rows.h"
#include "tools/map/words.h"

namespace percpu_map {
namespace {

using std::to_string;

// In pixels.
constexpr uint64_t kLabels = 84;
constexpr uint64_t kByte = 13;
constexpr uint64_t kRowHeight = 26;
constexpr uint64_t kBoxHeight = 22;
/// From a row's top to the base line of its text.
constexpr uint64_t kBaseline = 15;
constexpr uint64_t kWidth = kLabels + kLineSize * kByte + 1;
/// As wide as a letter gets, and left free at both ends of a box.
constexpr uint64_t kLetter = 8;
constexpr uint64_t kMargin = 4;

/// Rows of one SVG element: a printed page holds several of these.
constexpr size_t kRowsTogether = 8;

std::string number(uint64_t value) { return to_string(value); }

/// As much of the name as fits: without its namespaces if need be, and then
/// without its end.
std::string fitting(const std::string& name, uint64_t width) {
  const uint64_t letters =
      width < 2 * kMargin ? 0 : (width - 2 * kMargin) / kLetter;
  if (name.size() <= letters) return html_escaped(name);
  const size_t scope = name.rfind("::");
  const std::string last =
      scope == std::string::npos ? name : name.substr(scope + 2);
  if (last.size() <= letters) return html_escaped(last);
  if (letters < 3) return "";
  return html_escaped(last.substr(0, letters - 1)) + "\u2026";
}

std::string text(uint64_t x, uint64_t y, const std::string& words,
                 const std::string& classes) {
  if (words.empty()) return "";
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" class=\"" +
         classes + "\">" + words + "</text>";
}

std::string rectangle(const Box& box, uint64_t y, std::string_view classes) {
  return "<rect x=\"" + number(kLabels + box.start * kByte) + "\" y=\"" +
         number(y + 1) + "\" width=\"" + number(box.size * kByte) +
         "\" height=\"" + number(kBoxHeight) + "\" rx=\"2\" class=\"" +
         std::string(classes) + "\"/>";
}

std::string title(const std::string& words) {
  return "<title>" + html_escaped(words) + "</title>";
}

std::string padding_box(const Row& row, const Box& box, uint64_t y) {
  return "<g>" + rectangle(box, y, "gap") +
         title("padding: " + number(box.size + row.folded * kLineSize) +
               " bytes at " + hex(row.offset + box.start)) +
         "</g>\n";
}

std::string variable_box(const Layout& layout, const Box& box, uint64_t y) {
  const Variable& variable = layout.variables[*box.variable];
  const uint64_t x = kLabels + box.start * kByte;
  return "<a href=\"#v" + number(*box.variable) + "\">" +
         rectangle(box, y, name_of(variable.placement)) +
         text(x + kMargin, y + kBaseline,
              fitting(variable.name, box.size * kByte), "name") +
         title(description(variable)) + "</a>\n";
}

std::string row(const Layout& layout, const Row& row, uint64_t y) {
  std::string svg =
      text(kLabels - 8, y + kBaseline, hex(row.offset), "offset") + "\n";
  for (const Box& box : row.boxes) {
    svg += box.variable.has_value() ? variable_box(layout, box, y)
                                    : padding_box(row, box, y);
  }
  if (row.folded > 0) {
    svg += text(kWidth - kMargin, y + kBaseline,
                "and " + number(row.folded) + " more rows", "fold") +
           "\n";
  }
  return svg;
}

}  // namespace

std::string description(const Variable& variable) {
  std::string words = variable.name;
  if (!variable.type.empty()) words += ": " + variable.type;
  words += ", " + std::string(name_of(variable.placement)) + ", " +
           number(variable.size) + " bytes at " + hex(variable.offset) +
           ", aligned to " + align_of(variable);
  if (!variable.file.empty()) words += ", " + variable.file;
  return words;
}

std::string picture(const Layout& layout) {
  const std::vector<Row> rows = rows_of(layout);
  std::string page;
  for (size_t start = 0; start < rows.size(); start += kRowsTogether) {
    const size_t end = std::min(start + kRowsTogether, rows.size());
    const uint64_t height = (end - start) * kRowHeight;
    page += "<svg viewBox=\"0 0 " + number(kWidth) + " " + number(height) +
            "\" role=\"group\" aria-label=\"The area from " +
            hex(rows[start].offset) + " on\">\n";
    for (size_t i = start; i < end; ++i) {
      page += row(layout, rows[i], (i - start) * kRowHeight);
    }
    page += "</svg>\n";
  }
  return page;
}

}  // namespace percpu_map
