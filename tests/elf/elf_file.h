// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// An ELF file of 64 bits, little-endian, as the tests look at it:
//
//   const ElfFile file = ElfFile::read("tests/elf/image.elf");
//   EXPECT_EQ(file.section(".percpu").address, 0u);

#ifndef PERCPU_TESTS_ELF_ELF_FILE_H_
#define PERCPU_TESTS_ELF_ELF_FILE_H_

#include <stdint.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace percpu_tests {

struct Section {
  std::string name;
  uint32_t type;
  uint64_t flags;
  uint64_t address;
  uint64_t offset;
  uint64_t size;
  uint64_t alignment;

  /// Whether it is in memory while the program runs.
  bool is_allocated() const;
  /// Whether the file carries its bytes.
  bool is_in_file() const;
  bool is_code() const;
  bool is_writable() const;
  uint64_t end() const { return address + size; }
};

/// A PT_LOAD program header.
struct Segment {
  uint64_t offset;
  uint64_t address;
  uint64_t load_address;
  uint64_t file_size;
  uint64_t memory_size;
};

struct Symbol {
  uint64_t value;
  uint64_t size;
  bool is_defined;
  bool is_local;
};

class ElfFile {
 public:
  /// Fails the test where there is no such file, and returns an empty one.
  static ElfFile read(const std::string& path);

  uint64_t size() const { return bytes_.size(); }
  /// Allocated sections, in the file's order.
  const std::vector<Section>& sections() const { return sections_; }
  const std::vector<Segment>& segments() const { return segments_; }
  const std::multimap<std::string, Symbol>& symbols() const { return symbols_; }
  bool has_thread_local_storage() const { return has_tls_; }

  int count(const std::string& section) const;
  bool has_symbol(const std::string& name) const;
  /// Fails the test where there is no such section or symbol.
  Section section(const std::string& name) const;
  uint64_t symbol(const std::string& name) const;

  /// The section's bytes in the file.
  std::string content(const Section& section) const;

  /// The `size` bytes at `offset` of the file, as a little-endian number.
  uint64_t number_at(uint64_t offset, unsigned size) const;

  /// Where the byte of the file at `offset` is loaded, by each segment that
  /// holds it.
  std::vector<uint64_t> load_addresses_of_offset(uint64_t offset) const;
  /// Where the section's first byte is loaded, by its segment.
  std::optional<uint64_t> load_address(const Section& section) const;

 private:
  template <typename T>
  T at(uint64_t offset) const;
  std::string text_at(uint64_t offset) const;
  void parse_sections();
  void parse_segments();
  void parse_symbols(uint64_t table, uint64_t size, uint64_t strings);

  std::string bytes_;
  std::vector<Section> sections_;
  std::vector<Segment> segments_;
  std::multimap<std::string, Symbol> symbols_;
  bool has_tls_ = false;
};

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_ELF_ELF_FILE_H_
