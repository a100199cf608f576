// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/html.h"

#include <algorithm>

#include "tools/map/picture.h"
#include "tools/map/table.h"
#include "tools/map/words.h"

namespace percpu_map {
namespace {

// The colours are light enough for black letters, and differ in lightness too,
// which is what a printer without colours shows.
constexpr char kStyle[] = R"(<style>
  :root { color-scheme: light }
  body { font: 14px Helvetica, Arial, "Liberation Sans", sans-serif;
    color: #16202c; background: #fff; max-width: 960px; margin: 24px auto;
    padding: 0 16px }
  h1 { font-size: 20px }
  h2 { font-size: 16px }
  svg { display: block; width: 100%; break-inside: avoid }
  svg text { font: 12px "Liberation Mono", Menlo, Consolas, monospace;
    fill: #16202c; pointer-events: none }
  .offset, .fold { text-anchor: end }
  svg text.fold { font-style: italic }
  rect, .key { stroke: #16202c; stroke-width: .7; border: 1px solid #16202c }
  rect.gap { fill: #fff; stroke: #8a94a0; stroke-dasharray: 2 2 }
  .hot { fill: #f2936b; background: #f2936b }
  .plain { fill: #c5dff2; background: #c5dff2 }
  .cacheline { fill: #ffd84d; background: #ffd84d }
  .read_mostly { fill: #a5d99c; background: #a5d99c }
  .page { fill: #d9c6ea; background: #d9c6ea }
  .other { fill: #d5d9de; background: #d5d9de }
  .gap { border: 1px dashed #8a94a0 }
  a:hover rect, a:focus rect { stroke-width: 2.5 }
  .key { display: inline-block; width: 14px; height: 14px; margin: 0 4px 0 0;
    vertical-align: -2px }
  .legend span + span.word { margin-right: 16px }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: 2px 10px 2px 0;
    border-bottom: 1px solid #d5d9de; overflow-wrap: anywhere }
  th.word, td.word { white-space: nowrap; overflow-wrap: normal }
  th.number, td.number { text-align: right; white-space: nowrap }
  tr:target { background: #fff3c4 }
  tr { break-inside: avoid }
  @media print {
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    @page { margin: 12mm }
    body { margin: 0; max-width: none; font-size: 9pt }
    h2 { break-after: avoid }
    thead { display: table-header-group }
  }
</style>
)";

std::string key(std::string_view classes, std::string_view word) {
  return "<span class=\"key " + std::string(classes) +
         "\"></span><span class=\"word\">" + std::string(word) + "</span>\n";
}

/// Only what the picture has.
std::string legend(const Layout& layout) {
  std::string html = "<p class=\"legend\">\n";
  for (const Placement placement : kPlacements) {
    const bool is_used =
        std::any_of(layout.variables.begin(), layout.variables.end(),
                    [&](const Variable& variable) {
                      return variable.placement == placement;
                    });
    if (is_used) html += key(name_of(placement), name_of(placement));
  }
  return html + key("gap", "padding") + "</p>\n";
}

std::string cell(std::string_view classes, std::string_view text) {
  return "<td class=\"" + std::string(classes) + "\">" + html_escaped(text) +
         "</td>";
}

std::string row(const Variable& variable, size_t index) {
  return "<tr id=\"v" + std::to_string(index) + "\">" +
         cell("name", variable.name) +
         cell("word", name_of(variable.placement)) +
         cell("name", variable.type) + cell("name", variable.file) +
         cell("number", hex(variable.offset)) +
         cell("number", std::to_string(variable.size)) +
         cell("number", align_of(variable)) +
         cell("number", lines_of(variable)) + "</tr>\n";
}

constexpr char kHeader[] =
    "<table>\n<thead><tr><th>variable</th><th "
    "class=\"word\">placement</th><th>type</th>"
    "<th>file</th><th class=\"number\">offset</th><th class=\"number\">size"
    "</th><th class=\"number\">align</th><th class=\"number\">line</th></tr>"
    "</thead>\n<tbody>\n";

}  // namespace

std::string as_html(const Layout& layout, const std::string& image) {
  const std::string title = "Per-CPU area of " + html_escaped(printable(image));
  std::string page =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
      title + "</title>\n" + kStyle + "</head>\n<body>\n<h1>" + title +
      "</h1>\n";
  for (const std::string& sentence : summary(layout)) {
    page += "<p>" + html_escaped(sentence) + "</p>\n";
  }
  page += "<h2>The area, " + std::to_string(kLineSize) +
          " bytes a row, which is a cache line</h2>\n" + legend(layout) +
          picture(layout) + "<h2>The variables</h2>\n" + kHeader;
  for (size_t i = 0; i < layout.variables.size(); ++i) {
    page += row(layout.variables[i], i);
  }
  return page + "</tbody>\n</table>\n</body>\n</html>\n";
}

}  // namespace percpu_map
