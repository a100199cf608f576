// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// The parts of an ELF file that the layout is read from, through libelf.
//
//   const ElfImage image(bytes);
//   if (const Section* percpu = image.section(".percpu")) ...

#ifndef PERCPU_TOOLS_MAP_ELF_IMAGE_H_
#define PERCPU_TOOLS_MAP_ELF_IMAGE_H_

#include <gelf.h>
#include <libelf.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace percpu_map {

struct Section {
  size_t index;
  GElf_Shdr header;
};

struct Symbol {
  std::string name;
  uint64_t value;
  uint64_t size;
  /// Of the section that it stands in; 0 where it is in none.
  size_t section;
  /// Whether it names data: neither code, nor a file, nor a section.
  bool is_data;
};

/// An ELF file of 64 bits, little-endian, or nothing.
class ElfImage {
 public:
  /// `bytes` stay where they are as long as this does.
  explicit ElfImage(std::string& bytes);

  /// Whether the bytes are such a file at all.
  bool is_valid() const { return elf_ != nullptr; }
  const GElf_Ehdr& header() const { return header_; }
  Elf* elf() const { return elf_.get(); }

  /// Null where there is no section of this name.
  const Section* section(std::string_view name) const;
  /// Every symbol with a name; none in a stripped file.
  const std::vector<Symbol>& symbols() const { return symbols_; }

 private:
  struct End {
    void operator()(Elf* elf) const { elf_end(elf); }
  };

  void read_sections();
  void read_symbols(Elf_Scn* table, const GElf_Shdr& header);

  std::unique_ptr<Elf, End> elf_;
  GElf_Ehdr header_ = {};
  /// The first of each name.
  std::map<std::string, Section, std::less<>> sections_;
  std::vector<Symbol> symbols_;
};

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_ELF_IMAGE_H_
