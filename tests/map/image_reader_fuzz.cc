// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Feeds any bytes to the reader, and what it makes of them to everything that
// shows a layout:
//
//   bazel run //tests/map:image_reader_fuzz -- -runs=1000000
//
// The flags are libFuzzer's. It starts from the images of this package.

#include <stdint.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "tools/map/check.h"
#include "tools/map/diff.h"
#include "tools/map/elf_image.h"
#include "tools/map/html.h"
#include "tools/map/image_reader.h"
#include "tools/map/json.h"
#include "tools/map/table.h"

/// libFuzzer writes the inputs that it finds to the first folder it is given,
/// which has to be another than the seeds'.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  const char* scratch = getenv("TEST_TMPDIR");
  const std::filesystem::path folder =
      scratch == nullptr ? std::filesystem::temp_directory_path() : scratch;
  static std::string found = folder / "image_reader_fuzz";
  std::filesystem::create_directories(found);
  static char seeds[] = "tests/map/seeds";
  static std::vector<char*> arguments(*argv, *argv + *argc);
  arguments.insert(arguments.end(), {found.data(), seeds, nullptr});
  *argc = static_cast<int>(arguments.size() - 1);
  *argv = arguments.data();
  return 0;
}

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t max_size);

/// Changes one section and leaves the rest of the file as it is, in most runs:
/// the file stays one that the reader reads to its end.
extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size,
                                          size_t max_size, unsigned seed) {
  constexpr const char* kSections[] = {
      ".debug_info", ".debug_abbrev", ".debug_addr", ".debug_str_offsets",
      ".debug_line", ".symtab",       ".strtab",
  };
  std::minstd_rand random(seed);
  std::string copy(reinterpret_cast<const char*>(data), size);
  const percpu_map::ElfImage image(copy);
  const percpu_map::Section* section =
      image.section(kSections[random() % std::size(kSections)]);
  if (random() % 4 == 0 || section == nullptr) {
    return LLVMFuzzerMutate(data, size, max_size);
  }
  const uint64_t start = section->header.sh_offset;
  const uint64_t length = section->header.sh_size;
  if (length == 0 || start > size || length > size - start) {
    return LLVMFuzzerMutate(data, size, max_size);
  }
  // A few bytes of it: libFuzzer may move or repeat all that it is given.
  const uint64_t first = random() % length;
  const uint64_t window = 1 + random() % 32;
  const uint64_t changed = std::min(window, length - first);
  LLVMFuzzerMutate(data + start + first, changed, changed);
  return size;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const percpu_map::ImageResult image = percpu_map::read_image(bytes);
  if (!image.error.empty()) return 0;
  const percpu_map::Layout& layout = image.layout;
  percpu_map::as_table(layout);
  percpu_map::as_json(layout);
  percpu_map::as_html(layout, "image");
  percpu_map::check(layout, {.line_size = 256});
  percpu_map::diff(layout, layout);
  return 0;
}
