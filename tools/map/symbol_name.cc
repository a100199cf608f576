// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/symbol_name.h"

#include <cxxabi.h>
#include <stdlib.h>

#include <memory>

namespace percpu_map {
namespace {

/// The demangler may need a multiple of it as stack.
constexpr size_t kMaxMangled = 4096;

/// Part of percpu/internal/part.h; `id` is one of the hot ones.
constexpr struct {
  std::string_view suffix;
  Placement placement;
} kSuffixes[] = {
    {"_percpu_hot", Placement::kHot},
    {"_percpu_id", Placement::kHot},
    {"_percpu_plain", Placement::kPlain},
    {"_percpu_cacheline", Placement::kCacheline},
    {"_percpu_read_mostly", Placement::kReadMostly},
    {"_percpu_page", Placement::kPage},
};

std::string demangled(const std::string& symbol) {
  // A plain name may be that of a type in the demangler's eyes: "i" is int.
  if (!symbol.starts_with("_Z") || symbol.size() > kMaxMangled) return symbol;
  struct Free {
    void operator()(char* text) const { free(text); }
  };
  int status = 0;
  const std::unique_ptr<char, Free> name(
      abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status));
  return name ? name.get() : symbol;
}

}  // namespace

SymbolName parse_symbol_name(const std::string& symbol) {
  std::string name = demangled(symbol);
  for (const auto& [suffix, placement] : kSuffixes) {
    if (name.size() > suffix.size() && name.ends_with(suffix)) {
      name.resize(name.size() - suffix.size());
      return {name, placement};
    }
  }
  return {name, Placement::kOther};
}

}  // namespace percpu_map
