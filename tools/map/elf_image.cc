// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/elf_image.h"

namespace percpu_map {

ElfImage::ElfImage(std::string& bytes) {
  // Says that this program knows the library's version, which it wants first.
  elf_version(EV_CURRENT);
  elf_.reset(elf_memory(bytes.data(), bytes.size()));
  const char* identity = elf_ ? elf_getident(elf_.get(), nullptr) : nullptr;
  if (!elf_ || elf_kind(elf_.get()) != ELF_K_ELF || identity == nullptr ||
      identity[EI_CLASS] != ELFCLASS64 || identity[EI_DATA] != ELFDATA2LSB ||
      gelf_getehdr(elf_.get(), &header_) == nullptr) {
    elf_.reset();
    return;
  }
  read_sections();
}

void ElfImage::read_sections() {
  size_t names = 0;
  if (elf_getshdrstrndx(elf_.get(), &names) != 0) return;
  for (Elf_Scn* each = nullptr;
       (each = elf_nextscn(elf_.get(), each)) != nullptr;) {
    GElf_Shdr header;
    if (gelf_getshdr(each, &header) == nullptr) continue;
    const char* name = elf_strptr(elf_.get(), names, header.sh_name);
    if (name != nullptr) {
      sections_.insert({name, {elf_ndxscn(each), header}});
    }
    if (header.sh_type == SHT_SYMTAB) read_symbols(each, header);
  }
}

void ElfImage::read_symbols(Elf_Scn* table, const GElf_Shdr& header) {
  Elf_Data* data = elf_getdata(table, nullptr);
  if (data == nullptr || data->d_type != ELF_T_SYM) return;
  GElf_Sym symbol;
  for (int i = 0; gelf_getsym(data, i, &symbol) != nullptr; ++i) {
    const char* name = elf_strptr(elf_.get(), header.sh_link, symbol.st_name);
    if (name == nullptr || *name == '\0') continue;
    const unsigned type = GELF_ST_TYPE(symbol.st_info);
    const bool is_in_section =
        symbol.st_shndx != SHN_UNDEF && symbol.st_shndx < SHN_LORESERVE;
    symbols_.push_back(
        {name, symbol.st_value, symbol.st_size,
         is_in_section ? symbol.st_shndx : size_t{SHN_UNDEF},
         type == STT_OBJECT || (type == STT_NOTYPE && symbol.st_size > 0)});
  }
}

const Section* ElfImage::section(std::string_view name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? nullptr : &found->second;
}

}  // namespace percpu_map
