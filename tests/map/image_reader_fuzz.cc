// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Feeds any bytes to the reader, and what it makes of them to everything that
// shows a layout:
//
//   bazel run //tests/map:image_reader_fuzz -- -runs=1000000
//
// The flags are libFuzzer's. It starts from the images of this package.

#include <stdint.h>
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tools/map/check.h"
#include "tools/map/diff.h"
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
