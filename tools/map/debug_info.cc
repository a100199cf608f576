// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/debug_info.h"

#include <elfutils/libdw.h>

#include <bit>
#include <memory>
#include <string_view>

#include "tools/map/die.h"
#include "tools/map/types.h"

namespace percpu_map {
namespace {

/// More than there are in any image: libdw may be led in circles.
constexpr uint64_t kMaxEntries = uint64_t{1} << 24;
constexpr unsigned kMaxNesting = 64;

struct End {
  void operator()(Dwarf* dwarf) const { dwarf_end(dwarf); }
};

std::optional<uint64_t> address_of(Dwarf_Die& variable) {
  Dwarf_Attribute location;
  Dwarf_Op* operations = nullptr;
  size_t count = 0;
  if (dwarf_attr(&variable, DW_AT_location, &location) == nullptr ||
      dwarf_getlocation(&location, &operations, &count) != 0 || count != 1) {
    return std::nullopt;
  }
  if (operations[0].atom == DW_OP_addr) return operations[0].number;
  Dwarf_Attribute indexed;
  Dwarf_Addr address = 0;
  if (operations[0].atom == DW_OP_addrx &&
      dwarf_getlocation_attr(&location, operations, &indexed) == 0 &&
      dwarf_formaddr(&indexed, &address) == 0) {
    return address;
  }
  return std::nullopt;
}

std::string symbol_of(Dwarf_Die& variable) {
  const std::string mangled = text_of(variable, DW_AT_linkage_name);
  return mangled.empty() ? text_of(variable, DW_AT_name) : mangled;
}

/// As it was given to the compiler, which is relative to the workspace. Not
/// dwarf_decl_file(): up to elfutils 0.188 it takes a unit's file 0 for none,
/// which DWARF 5 numbers the unit's own source (section 6.2.4).
std::string file_of(Dwarf_Die& variable, Dwarf_Die& unit) {
  const auto index = number_of(variable, DW_AT_decl_file);
  Dwarf_Files* files = nullptr;
  size_t count = 0;
  if (!index.has_value() || dwarf_getsrcfiles(&unit, &files, &count) != 0 ||
      *index >= count) {
    return "";
  }
  const char* path = dwarf_filesrc(files, *index, nullptr, nullptr);
  std::string_view file = path == nullptr ? "" : path;
  while (file.starts_with("./")) file.remove_prefix(2);
  return std::string(file);
}

class Units {
 public:
  Units(Dwarf* dwarf, const VariablesBySymbol& variables)
      : dwarf_(dwarf), variables_(variables) {}

  void describe() {
    Dwarf_CU* unit = nullptr;
    Dwarf_Die root;
    while (budget_.take() && dwarf_get_units(dwarf_, unit, &unit, nullptr,
                                             nullptr, &root, nullptr) == 0) {
      found_.clear();
      find_variables(root, 0);
      if (found_.empty()) continue;
      Types types(root, budget_);
      for (auto& [die, variable] : found_) {
        variable->file = file_of(die, root);
        describe(die, types, *variable);
      }
    }
  }

 private:
  /// Variables stand in namespaces; static members are defined there too.
  void find_variables(Dwarf_Die& scope, unsigned nesting) {
    for_each_child(scope, budget_, [&](Dwarf_Die& child) {
      const int tag = dwarf_tag(&child);
      if (tag == DW_TAG_namespace && nesting < kMaxNesting) {
        find_variables(child, nesting + 1);
      }
      if (tag != DW_TAG_variable) return;
      const auto address = address_of(child);
      if (!address.has_value()) return;
      const auto found = variables_.find({symbol_of(child), *address});
      if (found != variables_.end()) found_.push_back({child, found->second});
    });
  }

  static void describe(Dwarf_Die& die, Types& types, Variable& variable) {
    auto type = type_of(die);
    if (type.has_value()) {
      variable.type = types.name(*type);
    }
    const auto declared = number_of(die, DW_AT_alignment);
    if (declared.has_value() && std::has_single_bit(*declared)) {
      variable.align = *declared;
      variable.align_source = AlignSource::kDeclared;
    } else if (type.has_value()) {
      const uint64_t align = types.align(*type);
      if (align == 0) return;
      variable.align = align;
      variable.align_source = AlignSource::kType;
    }
  }

  Dwarf* const dwarf_;
  const VariablesBySymbol& variables_;
  Budget budget_{kMaxEntries};
  std::vector<std::pair<Dwarf_Die, Variable*>> found_;
};

}  // namespace

void add_debug_info(Elf* elf, const VariablesBySymbol& variables) {
  const std::unique_ptr<Dwarf, End> dwarf(
      dwarf_begin_elf(elf, DWARF_C_READ, nullptr));
  if (dwarf) Units(dwarf.get(), variables).describe();
}

}  // namespace percpu_map
