// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Entries of debug information, which may say anything: their links may form
// circles.
//
//   Budget budget(1000);
//   for_each_child(unit, budget, [](Dwarf_Die& child) { ... });

#ifndef PERCPU_TOOLS_MAP_DIE_H_
#define PERCPU_TOOLS_MAP_DIE_H_

#include <dwarf.h>
#include <elfutils/libdw.h>
#include <stdint.h>

#include <optional>
#include <string>

namespace percpu_map {

/// How many entries may yet be looked at.
class Budget {
 public:
  explicit Budget(uint64_t entries) : left_(entries) {}

  /// Takes one; returns whether there was one.
  bool take() {
    if (left_ == 0) return false;
    --left_;
    return true;
  }

 private:
  uint64_t left_;
};

/// Calls `function` with each child of `die`, as long as the budget lasts.
template <typename Function>
void for_each_child(Dwarf_Die& die, Budget& budget, Function function) {
  Dwarf_Die child;
  int status = dwarf_child(&die, &child);
  while (status == 0 && budget.take()) {
    function(child);
    Dwarf_Die sibling;
    status = dwarf_siblingof(&child, &sibling);
    child = sibling;
  }
}

/// The entry that an attribute leads to, where it has one.
inline std::optional<Dwarf_Die> reference_of(Dwarf_Die& die, unsigned name) {
  Dwarf_Attribute attribute;
  Dwarf_Die target;
  if (dwarf_attr_integrate(&die, name, &attribute) == nullptr ||
      dwarf_formref_die(&attribute, &target) == nullptr) {
    return std::nullopt;
  }
  return target;
}

inline std::optional<Dwarf_Die> type_of(Dwarf_Die& die) {
  return reference_of(die, DW_AT_type);
}

/// The entry's own attribute, or that of the declaration it completes.
inline std::optional<uint64_t> number_of(Dwarf_Die& die, unsigned name) {
  Dwarf_Attribute attribute;
  Dwarf_Word value = 0;
  if (dwarf_attr_integrate(&die, name, &attribute) == nullptr ||
      dwarf_formudata(&attribute, &value) != 0) {
    return std::nullopt;
  }
  return value;
}

/// As number_of(). Empty where there is none.
inline std::string text_of(Dwarf_Die& die, unsigned name) {
  Dwarf_Attribute attribute;
  if (dwarf_attr_integrate(&die, name, &attribute) == nullptr) return "";
  const char* text = dwarf_formstring(&attribute);
  return text == nullptr ? "" : text;
}

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_DIE_H_
