// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "benchmarks/measurements.h"

#include "gtest/gtest.h"

namespace percpu_benchmarks {
namespace {

TEST(MeasurementsTest, ReadsNumbersBetweenFirmwareAndQemu) {
  const Measurements measurements = parse_measurements(
      "OpenSBI v1.1\r\n"
      "Platform Name             : riscv-virtio,qemu\r\n"
      "Boot HART ID              : 0\r\n"
      "read_hot_8: 1\r\n"
      "remote_ptr_plain_4: 18446744073709551615\n"
      "qemu-system-loongarch64: warning: icount sleep disabled\n"
      "last: 3");
  EXPECT_EQ(measurements,
            (Measurements{{"read_hot_8", 1},
                          {"remote_ptr_plain_4", 18446744073709551615u},
                          {"last", 3}}));
}

TEST(MeasurementsTest, OtherLinesAreNone) {
  EXPECT_TRUE(parse_measurements("").empty());
  for (const char* line :
       {"read: ", "read:1", "read: -1", "read: 1 2", "read: 1x", "read: 0x1",
        ": 1", "two words: 1", "read: 18446744073709551616"}) {
    EXPECT_TRUE(parse_measurements(line).empty()) << line;
  }
}

TEST(MeasurementsTest, TheFirstOfTwoCounts) {
  EXPECT_EQ(parse_measurements("a: 1\na: 2\n"), (Measurements{{"a", 1}}));
}

}  // namespace
}  // namespace percpu_benchmarks
