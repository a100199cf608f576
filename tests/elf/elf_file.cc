// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/elf/elf_file.h"

#include <elf.h>
#include <string.h>

#include <fstream>
#include <sstream>

#include "gtest/gtest.h"

namespace percpu_tests {

bool Section::is_allocated() const { return (flags & SHF_ALLOC) != 0; }
bool Section::is_in_file() const { return type != SHT_NOBITS; }
bool Section::is_code() const { return (flags & SHF_EXECINSTR) != 0; }
bool Section::is_writable() const { return (flags & SHF_WRITE) != 0; }

ElfFile ElfFile::read(const std::string& path) {
  ElfFile file;
  std::ifstream stream(path, std::ios::binary);
  std::stringstream bytes;
  bytes << stream.rdbuf();
  file.bytes_ = bytes.str();
  if (file.bytes_.size() < sizeof(Elf64_Ehdr) ||
      file.bytes_.compare(0, SELFMAG, ELFMAG) != 0) {
    ADD_FAILURE() << path << " is no ELF file";
    file.bytes_.clear();
    return file;
  }
  file.parse_segments();
  file.parse_sections();
  return file;
}

template <typename T>
T ElfFile::at(uint64_t offset) const {
  T value = {};
  if (offset > bytes_.size() || bytes_.size() - offset < sizeof(T)) {
    ADD_FAILURE() << "offset " << offset << " is outside the file";
    return value;
  }
  memcpy(&value, bytes_.data() + offset, sizeof(T));
  return value;
}

std::string ElfFile::text_at(uint64_t offset) const {
  return offset < bytes_.size() ? bytes_.data() + offset : "";
}

void ElfFile::parse_segments() {
  const auto header = at<Elf64_Ehdr>(0);
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    const auto segment =
        at<Elf64_Phdr>(header.e_phoff + i * sizeof(Elf64_Phdr));
    if (segment.p_type == PT_TLS) has_tls_ = true;
    if (segment.p_type != PT_LOAD) continue;
    segments_.push_back({segment.p_offset, segment.p_vaddr, segment.p_paddr,
                         segment.p_filesz, segment.p_memsz});
  }
}

void ElfFile::parse_sections() {
  const auto header = at<Elf64_Ehdr>(0);
  std::vector<Elf64_Shdr> headers;
  for (unsigned i = 0; i < header.e_shnum; ++i) {
    headers.push_back(at<Elf64_Shdr>(header.e_shoff + i * sizeof(Elf64_Shdr)));
  }
  for (const Elf64_Shdr& section : headers) {
    if (section.sh_type == SHT_SYMTAB) {
      parse_symbols(section.sh_offset, section.sh_size,
                    headers[section.sh_link].sh_offset);
    }
    if ((section.sh_flags & SHF_TLS) != 0) has_tls_ = true;
    if ((section.sh_flags & SHF_ALLOC) == 0) continue;
    sections_.push_back(
        {text_at(headers[header.e_shstrndx].sh_offset + section.sh_name),
         section.sh_type, section.sh_flags, section.sh_addr, section.sh_offset,
         section.sh_size, section.sh_addralign});
  }
}

void ElfFile::parse_symbols(uint64_t table, uint64_t size, uint64_t strings) {
  for (uint64_t at_byte = sizeof(Elf64_Sym); at_byte < size;
       at_byte += sizeof(Elf64_Sym)) {
    const auto symbol = at<Elf64_Sym>(table + at_byte);
    symbols_.insert(
        {text_at(strings + symbol.st_name),
         {symbol.st_value, symbol.st_size, symbol.st_shndx != SHN_UNDEF,
          ELF64_ST_BIND(symbol.st_info) == STB_LOCAL}});
  }
}

int ElfFile::count(const std::string& section) const {
  int count = 0;
  for (const Section& each : sections_) count += each.name == section;
  return count;
}

bool ElfFile::has_symbol(const std::string& name) const {
  return symbols_.count(name) != 0;
}

Section ElfFile::section(const std::string& name) const {
  for (const Section& section : sections_) {
    if (section.name == name) return section;
  }
  ADD_FAILURE() << "no section " << name;
  return {};
}

uint64_t ElfFile::symbol(const std::string& name) const {
  const auto found = symbols_.find(name);
  if (found == symbols_.end()) {
    ADD_FAILURE() << "no symbol " << name;
    return 0;
  }
  return found->second.value;
}

std::string ElfFile::content(const Section& section) const {
  if (!section.is_in_file() || section.offset > bytes_.size()) return "";
  return bytes_.substr(section.offset, section.size);
}

uint64_t ElfFile::number_at(uint64_t offset, unsigned size) const {
  uint64_t number = 0;
  for (unsigned i = 0; i < size; ++i) {
    number |= static_cast<uint64_t>(at<uint8_t>(offset + i)) << (8 * i);
  }
  return number;
}

std::vector<uint64_t> ElfFile::load_addresses_of_offset(uint64_t offset) const {
  std::vector<uint64_t> addresses;
  for (const Segment& segment : segments_) {
    if (offset >= segment.offset &&
        offset < segment.offset + segment.file_size) {
      addresses.push_back(segment.load_address + (offset - segment.offset));
    }
  }
  return addresses;
}

std::optional<uint64_t> ElfFile::load_address(const Section& section) const {
  for (const Segment& segment : segments_) {
    if (section.address >= segment.address &&
        section.end() <= segment.address + segment.memory_size) {
      return segment.load_address + (section.address - segment.address);
    }
  }
  return std::nullopt;
}

}  // namespace percpu_tests
