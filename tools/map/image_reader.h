// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Reads the layout of the areas from a kernel's ELF file.
//
//   const ImageResult image = read_image(bytes);
//   if (!image.error.empty()) complain(image.error);
//
// Offsets, sizes and names are those of the symbol table, which a kernel
// without debug information has too. Types, files and alignments come from its
// debug information.

#ifndef PERCPU_TOOLS_MAP_IMAGE_READER_H_
#define PERCPU_TOOLS_MAP_IMAGE_READER_H_

#include <string>

#include "tools/map/layout.h"

namespace percpu_map {

struct ImageResult {
  Layout layout;
  /// What is wrong, and what to do about it; empty where nothing is. It goes
  /// on after the file's name, as in "kernel.elf " + error.
  std::string error;
};

/// Reads a file's bytes. Any bytes will do: they are checked. libelf may write
/// to them.
ImageResult read_image(std::string& bytes);

}  // namespace percpu_map

#endif  // PERCPU_TOOLS_MAP_IMAGE_READER_H_
