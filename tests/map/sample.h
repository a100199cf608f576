// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Layouts for tests.
//
//   Layout layout = sample({variable("a", 0, 8, 8, Placement::kHot)}, 64);

#ifndef PERCPU_TESTS_MAP_SAMPLE_H_
#define PERCPU_TESTS_MAP_SAMPLE_H_

#include <stdint.h>

#include <string>
#include <utility>
#include <vector>

#include "tools/map/layout.h"

namespace percpu_map {

inline Variable variable(const std::string& name, uint64_t offset,
                         uint64_t size, uint64_t align, Placement placement) {
  return {.name = name,
          .offset = offset,
          .size = size,
          .align = align,
          .align_source = AlignSource::kDeclared,
          .type = "T",
          .file = "a.cc",
          .placement = placement};
}

/// Of four CPUs with areas of `stride` bytes, which are aligned to 64.
inline Layout sample(std::vector<Variable> variables, uint64_t stride) {
  Layout layout = {.arch = "riscv64",
                   .cpu_num = 4,
                   .stride = stride,
                   .area_align = 64,
                   .used = 0,
                   .hot_used = 0,
                   .hot_limit = 4096,
                   .total = 4 * stride + 64,
                   .variables = std::move(variables)};
  for (const Variable& each : layout.variables) {
    layout.used = each.end();
    if (each.placement == Placement::kHot) layout.hot_used = each.end();
  }
  return layout;
}

}  // namespace percpu_map

#endif  // PERCPU_TESTS_MAP_SAMPLE_H_
