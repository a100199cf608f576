// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/layout.h"

namespace percpu_map {

std::string_view name_of(Placement placement) {
  switch (placement) {
    case Placement::kHot:
      return "hot";
    case Placement::kPlain:
      return "plain";
    case Placement::kCacheline:
      return "cacheline";
    case Placement::kReadMostly:
      return "read_mostly";
    case Placement::kPage:
      return "page";
    case Placement::kOther:
      break;
  }
  return "other";
}

std::string_view name_of(AlignSource source) {
  switch (source) {
    case AlignSource::kDeclared:
      return "declared";
    case AlignSource::kType:
      return "type";
    case AlignSource::kGuess:
      break;
  }
  return "guess";
}

}  // namespace percpu_map
