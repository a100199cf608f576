// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Numbers and names as text of several kinds.
//
//   hex(64)               "0x40"
//   json_quoted("a\"b")   "\"a\\\"b\""
//   html_escaped("a<b>")  "a&lt;b&gt;"

#ifndef PERCPU_TOOLS_MAP_WORDS_H_
#define PERCPU_TOOLS_MAP_WORDS_H_

#include <stdint.h>

#include <string>
#include <string_view>

#include "tools/map/layout.h"

namespace percpu_map {

std::string hex(uint64_t value);

/// The text with "?" for what is not printable ASCII. A name from a malformed
/// image may be any bytes.
std::string printable(std::string_view text);

/// A JSON string of printable text.
std::string json_quoted(std::string_view text);

/// Printable text for an element, or an attribute in double quotes.
std::string html_escaped(std::string_view text);

/// The cache lines of a variable: "3", or "3-5".
std::string lines_of(const Variable& variable);

/// "8", or "8?" where it is a guess.
std::string align_of(const Variable& variable);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_WORDS_H_
