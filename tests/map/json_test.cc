// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tools/map/json.h"

#include "gtest/gtest.h"
#include "tests/map/sample.h"

namespace percpu_map {
namespace {

TEST(JsonTest, HasEverything) {
  EXPECT_EQ(as_json(sample({variable("a", 0, 4, 4, Placement::kHot),
                            variable("b", 8, 8, 8, Placement::kCacheline)},
                           64)),
            R"({
  "arch": "riscv64",
  "cpu_num": 4,
  "stride": 64,
  "area_size": 64,
  "area_align": 64,
  "used": 16,
  "total": 320,
  "hot_used": 4,
  "hot_limit": 4096,
  "padding": 52,
  "saved_by_reordering": 0,
  "variables": [
    {"name": "a", "offset": 0, "size": 4, "align": 4, "align_source": "declared", "type": "T", "placement": "hot", "file": "a.cc"},
    {"name": "b", "offset": 8, "size": 8, "align": 8, "align_source": "declared", "type": "T", "placement": "cacheline", "file": "a.cc"}
  ],
  "gaps": [
    {"offset": 4, "size": 4},
    {"offset": 16, "size": 48}
  ],
  "shared_lines": [
    {"offset": 0, "variables": ["a", "b"]}
  ],
  "false_sharing": [
    ["a", "b"]
  ]
}
)");
}

TEST(JsonTest, ListsMayBeEmpty) {
  const std::string json =
      as_json(sample({variable("a", 0, 64, 8, Placement::kPlain)}, 64));
  EXPECT_NE(json.find("\"gaps\": [],\n"), std::string::npos);
  EXPECT_NE(json.find("\"false_sharing\": []\n}\n"), std::string::npos);
}

TEST(JsonTest, NamesAreQuoted) {
  const std::string json =
      as_json(sample({variable("a\"\\b", 0, 64, 8, Placement::kPlain)}, 64));
  EXPECT_NE(json.find(R"("name": "a\"\\b")"), std::string::npos) << json;
}

}  // namespace
}  // namespace percpu_map
