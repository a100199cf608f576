// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/image_reader.h"

#include <algorithm>
#include <bit>
#include <list>
#include <map>
#include <tuple>

#include "tools/map/debug_info.h"
#include "tools/map/elf_image.h"
#include "tools/map/symbol_name.h"
#include "tools/map/words.h"

namespace percpu_map {
namespace {

/// The linker fragment allows no more (linker/percpu.ld.tpl).
constexpr uint64_t kMaxStride = 0x7fff'f000;
constexpr uint64_t kMaxAlign = 4096;

constexpr struct {
  GElf_Half machine;
  const char* arch;
} kMachines[] = {
    {EM_X86_64, "x86_64"},
    {EM_AARCH64, "aarch64"},
    {EM_RISCV, "riscv64"},
    {EM_LOONGARCH, "loongarch64"},
};

constexpr char kNoElf[] = "is no ELF file of 64 bits, little-endian";
constexpr char kNotLinked[] =
    "is not linked: give the kernel's image, not an object file";
constexpr char kNotOurs[] =
    "has no .percpu section: it was not linked with percpu's linker fragment, "
    "or with the setting sp_naive, which has no areas";
constexpr char kStripped[] =
    "has no symbol table, which the variables' names and offsets come from: "
    "strip the image with --strip-debug at most, or give the one that the "
    "linker wrote";
constexpr char kNoVariables[] = "has no per-CPU variables";
constexpr char kMalformed[] = "is malformed: ";

const char* arch_of(GElf_Half machine) {
  for (const auto& [number, arch] : kMachines) {
    if (number == machine) return arch;
  }
  return nullptr;
}

class Reader {
 public:
  explicit Reader(std::string& bytes) : image_(bytes) {}

  ImageResult read() && {
    check_file();
    if (result_.error.empty()) read_area();
    if (result_.error.empty()) read_variables();
    return std::move(result_);
  }

 private:
  void fail(std::string error) {
    if (result_.error.empty()) result_.error = std::move(error);
  }

  void check_file() {
    if (!image_.is_valid()) return fail(kNoElf);
    const char* arch = arch_of(image_.header().e_machine);
    if (arch == nullptr) {
      return fail("is for machine " +
                  std::to_string(image_.header().e_machine) +
                  " of ELF; percpu is for x86_64, aarch64, riscv64 and "
                  "loongarch64");
    }
    result_.layout.arch = arch;
    if (image_.header().e_type == ET_REL) return fail(kNotLinked);
    section_ = image_.section(".percpu");
    if (section_ == nullptr) return fail(kNotOurs);
    if (image_.symbols().empty()) return fail(kStripped);
    for (const Symbol& symbol : image_.symbols()) {
      values_.insert({symbol.name, symbol.value});
    }
  }

  /// The value of one of the linker fragment's symbols.
  uint64_t value(const std::string& name) {
    const auto found = values_.find(name);
    if (found != values_.end()) return found->second;
    fail("has no symbol " + name +
         ": it was not linked with the linker fragment of this release of "
         "percpu");
    return 0;
  }

  void read_area() {
    Layout& layout = result_.layout;
    const uint64_t start = value("_percpu_start");
    const uint64_t end = value("_percpu_end");
    layout.cpu_num = value("CPU_NUM");
    layout.stride = value("_percpu_area_size");
    layout.area_align = value("_percpu_area_align");
    layout.used = value("_percpu_load_end");
    layout.hot_used = value("_percpu_hot_end");
    layout.hot_limit = value("_percpu_hot_limit");
    const Section* areas = image_.section(".percpu.areas");
    layout.total = areas == nullptr
                       ? end - start
                       : areas->header.sh_addr + areas->header.sh_size - start;
    if (!result_.error.empty()) return;
    if (section_->header.sh_size == 0) return fail(kNoVariables);
    const char* wrong = wrong_of(layout, end - start);
    if (wrong != nullptr) fail(std::string(kMalformed) + wrong);
  }

  /// What is wrong with the area, or null. The others may count on it.
  const char* wrong_of(const Layout& layout, uint64_t all_areas) const {
    if (section_->header.sh_addr != 0) return ".percpu is not at address 0";
    if (section_->header.sh_size != layout.stride) {
      return "_percpu_area_size is not the size of .percpu";
    }
    if (layout.stride > kMaxStride || layout.stride % kLineSize != 0) {
      return "_percpu_area_size is no size of an area";
    }
    if (!std::has_single_bit(layout.area_align) ||
        layout.area_align > kMaxAlign) {
      return "_percpu_area_align is no alignment of an area";
    }
    if (layout.hot_used > layout.used || layout.used > layout.stride) {
      return "the parts of an area are longer than it";
    }
    if (layout.cpu_num == 0 || layout.cpu_num > UINT64_MAX / layout.stride ||
        all_areas != layout.cpu_num * layout.stride) {
      return "the areas are not CPU_NUM times _percpu_area_size";
    }
    if (layout.total < all_areas) return ".percpu.areas ends before the areas";
    return nullptr;
  }

  void read_variables() {
    // Pointers to them stay valid, whatever is added.
    std::list<Variable> variables;
    VariablesBySymbol by_symbol;
    for (const Symbol& symbol : image_.symbols()) {
      if (symbol.section != section_->index || !symbol.is_data) continue;
      if (symbol.value > result_.layout.used ||
          symbol.size > result_.layout.used - symbol.value) {
        return fail(kMalformed + printable(symbol.name) +
                    " stands outside of the area");
      }
      variables.push_back(variable_of(symbol));
      by_symbol[{symbol.name, symbol.value}] = &variables.back();
    }
    add_debug_info(image_.elf(), by_symbol);
    for (Variable& variable : variables) {
      for (std::string* text :
           {&variable.name, &variable.type, &variable.file}) {
        *text = printable(*text);
      }
    }
    variables.sort(stands_before);
    variables.unique(is_alias);
    result_.layout.variables.assign(variables.begin(), variables.end());
  }

  static bool stands_before(const Variable& a, const Variable& b) {
    return std::tuple(a.offset, a.end(), a.placement, a.name) <
           std::tuple(b.offset, b.end(), b.placement, b.name);
  }

  /// Two symbols for the same bytes; the one with a placement sorts first.
  static bool is_alias(const Variable& a, const Variable& b) {
    return a.offset == b.offset && a.size == b.size;
  }

  Variable variable_of(const Symbol& symbol) const {
    const SymbolName name = parse_symbol_name(symbol.name);
    Variable variable = {.name = name.variable,
                         .offset = symbol.value,
                         .size = symbol.size,
                         .type = "",
                         .file = "",
                         .placement = name.placement};
    // Only hot sections stand before _percpu_hot_end, whatever is in them.
    if (variable.placement == Placement::kOther && variable.size > 0 &&
        variable.end() <= result_.layout.hot_used) {
      variable.placement = Placement::kHot;
    }
    variable.align = likely_align(variable);
    return variable;
  }

  /// The most that the offset allows and the size and the part ask for: a
  /// type's size is a multiple of its alignment.
  static uint64_t likely_align(const Variable& variable) {
    const auto lowest_bit = [](uint64_t value) {
      return uint64_t{1} << std::countr_zero(value | kMaxAlign);
    };
    uint64_t part = 1;
    if (variable.placement == Placement::kCacheline) part = kLineSize;
    if (variable.placement == Placement::kPage) part = kMaxAlign;
    return std::min(std::max(part, lowest_bit(variable.size)),
                    lowest_bit(variable.offset));
  }

  ElfImage image_;
  const Section* section_ = nullptr;
  std::map<std::string, uint64_t> values_;
  ImageResult result_;
};

}  // namespace

ImageResult read_image(std::string& bytes) { return Reader(bytes).read(); }

}  // namespace percpu_map
