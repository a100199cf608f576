// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/types.h"

#include <algorithm>
#include <bit>

namespace percpu_map {
namespace {

constexpr unsigned kMaxNesting = 64;
constexpr uint64_t kMaxPieces = 256;
constexpr size_t kMaxName = 4096;

bool is_scope(int tag) {
  return tag == DW_TAG_namespace || tag == DW_TAG_structure_type ||
         tag == DW_TAG_class_type || tag == DW_TAG_union_type;
}

/// Whether the type is another with a word before or behind it.
bool is_qualifier(int tag) {
  return tag == DW_TAG_const_type || tag == DW_TAG_volatile_type ||
         tag == DW_TAG_atomic_type || tag == DW_TAG_restrict_type;
}

int tag_behind_qualifiers(Dwarf_Die type) {
  for (unsigned i = 0; is_qualifier(dwarf_tag(&type)) && i < kMaxNesting; ++i) {
    const auto target = type_of(type);
    if (!target.has_value()) break;
    type = *target;
  }
  return dwarf_tag(&type);
}

std::string word_of(int tag) {
  switch (tag) {
    case DW_TAG_const_type:
      return "const";
    case DW_TAG_volatile_type:
      return "volatile";
    case DW_TAG_atomic_type:
      return "_Atomic";
    default:
      return "__restrict";
  }
}

bool is_pointer(int tag) {
  return tag == DW_TAG_pointer_type || tag == DW_TAG_reference_type ||
         tag == DW_TAG_rvalue_reference_type ||
         tag == DW_TAG_ptr_to_member_type;
}

std::string joined(const std::string& name, const std::string& inner) {
  const bool is_word = !inner.empty() && inner[0] != '*' && inner[0] != '&' &&
                       inner[0] != '[' && inner[0] != ':';
  return name + (is_word ? " " : "") + inner;
}

uint64_t size_as_align(Dwarf_Die& type) {
  const auto size = number_of(type, DW_AT_byte_size);
  return size.has_value() && std::has_single_bit(*size) ? *size : 0;
}

}  // namespace

Types::Types(Dwarf_Die& unit, Budget& budget) : budget_(budget) {
  add_scopes(unit, "", 0);
}

void Types::add_scopes(Dwarf_Die& scope, const std::string& prefix,
                       unsigned nesting) {
  for_each_child(scope, budget_, [&](Dwarf_Die& child) {
    if (!prefix.empty()) scopes_[dwarf_dieoffset(&child)] = prefix;
    if (!is_scope(dwarf_tag(&child)) || nesting >= kMaxNesting) return;
    std::string name = text_of(child, DW_AT_name);
    if (name.empty()) name = "(anonymous)";
    if (prefix.size() + name.size() > kMaxName) return;
    add_scopes(child, prefix + name + "::", nesting + 1);
  });
}

std::string Types::qualified_name(Dwarf_Die& type) {
  std::string name = text_of(type, DW_AT_name);
  if (name.empty()) name = "(anonymous)";
  const auto scope = scopes_.find(dwarf_dieoffset(&type));
  return scope == scopes_.end() ? name : scope->second + name;
}

/// What stands before the name of a pointer.
std::string Types::sign_of(Dwarf_Die& pointer) {
  switch (dwarf_tag(&pointer)) {
    case DW_TAG_reference_type:
      return "&";
    case DW_TAG_rvalue_reference_type:
      return "&&";
    case DW_TAG_ptr_to_member_type: {
      auto of = reference_of(pointer, DW_AT_containing_type);
      return (of.has_value() ? qualified_name(*of) : "") + "::*";
    }
    default:
      return "*";
  }
}

std::string Types::name(Dwarf_Die type) {
  pieces_ = Budget(kMaxPieces);
  std::string text = declared(&type, "", 0);
  return !pieces_.take() || text.size() > kMaxName ? "" : text;
}

/// Declares `inner`, which may be empty, to be of the type; null is void.
std::string Types::declared(Dwarf_Die* type, std::string inner,
                            unsigned nesting) {
  if (type == nullptr) return joined("void", inner);
  if (nesting > kMaxNesting || inner.size() > kMaxName) {
    pieces_ = Budget(0);
  }
  if (!pieces_.take()) return "";
  const int tag = dwarf_tag(type);
  auto target = type_of(*type);
  Dwarf_Die* const next = target.has_value() ? &*target : nullptr;
  if (is_qualifier(tag)) {
    if (next != nullptr && is_pointer(tag_behind_qualifiers(*next))) {
      return declared(next, joined(word_of(tag), inner), nesting + 1);
    }
    return word_of(tag) + " " + declared(next, inner, nesting + 1);
  }
  if (is_pointer(tag)) {
    inner = sign_of(*type) + inner;
    const int pointee = next == nullptr ? 0 : dwarf_tag(next);
    if (pointee == DW_TAG_array_type || pointee == DW_TAG_subroutine_type) {
      inner = "(" + inner + ")";
    }
    return declared(next, inner, nesting + 1);
  }
  if (tag == DW_TAG_array_type) {
    return declared(next, inner + dimensions(*type), nesting + 1);
  }
  if (tag == DW_TAG_subroutine_type) {
    return declared(next, inner + arguments(*type, nesting), nesting + 1);
  }
  std::string name = qualified_name(*type);
  if (tag == DW_TAG_typedef && name.starts_with("percpu::internal::")) {
    return declared(next, inner, nesting + 1);
  }
  return joined(name, inner);
}

std::string Types::arguments(Dwarf_Die& function, unsigned nesting) {
  std::string text;
  for_each_child(function, pieces_, [&](Dwarf_Die& child) {
    if (dwarf_tag(&child) != DW_TAG_formal_parameter) return;
    auto type = type_of(child);
    if (!text.empty()) text += ", ";
    text += declared(type.has_value() ? &*type : nullptr, "", nesting + 1);
  });
  return "(" + text + ")";
}

std::string Types::dimensions(Dwarf_Die& array) {
  std::string text;
  for_each_child(array, pieces_, [&](Dwarf_Die& child) {
    if (dwarf_tag(&child) != DW_TAG_subrange_type) return;
    auto count = number_of(child, DW_AT_count);
    if (!count.has_value()) {
      const auto last = number_of(child, DW_AT_upper_bound);
      if (last.has_value()) count = *last + 1;
    }
    text += "[" + (count.has_value() ? std::to_string(*count) : "") + "]";
  });
  return text;
}

uint64_t Types::align(Dwarf_Die type) {
  pieces_ = Budget(kMaxPieces);
  return align(type, 0);
}

uint64_t Types::align(Dwarf_Die type, unsigned nesting) {
  if (nesting > kMaxNesting || !pieces_.take()) return 0;
  const auto declared = number_of(type, DW_AT_alignment);
  if (declared.has_value()) {
    return std::has_single_bit(*declared) ? *declared : 0;
  }
  const int tag = dwarf_tag(&type);
  // All four architectures are LP64.
  if (is_pointer(tag)) return 8;
  if (tag == DW_TAG_base_type || tag == DW_TAG_enumeration_type) {
    return size_as_align(type);
  }
  if (is_scope(tag)) return align_of_members(type, nesting);
  if (is_qualifier(tag) || tag == DW_TAG_typedef || tag == DW_TAG_array_type) {
    const auto target = type_of(type);
    return target.has_value() ? align(*target, nesting + 1) : 0;
  }
  return 0;
}

/// Of all bases and members; 0 where one is not known.
uint64_t Types::align_of_members(Dwarf_Die& type, unsigned nesting) {
  uint64_t most = 1;
  bool all_known = true;
  for_each_child(type, pieces_, [&](Dwarf_Die& child) {
    const int tag = dwarf_tag(&child);
    if (tag != DW_TAG_member && tag != DW_TAG_inheritance) return;
    // A static member in DWARF 4.
    if (number_of(child, DW_AT_external).has_value()) return;
    const auto member = type_of(child);
    const auto declared = number_of(child, DW_AT_alignment);
    const uint64_t align = declared.value_or(
        member.has_value() ? this->align(*member, nesting + 1) : 0);
    all_known = all_known && std::has_single_bit(align);
    most = std::max(most, align);
  });
  return all_known && pieces_.take() ? most : 0;
}

}  // namespace percpu_map
