// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// Runs the guest's cases in a Linux process, with standard output for the
// serial line.

#include <unistd.h>

#include "gtest/gtest.h"

int main() {
  return testing::RunAllTests([](const char* text, size_t size) {
    // One call writes a line whole: pipes and files take it in one piece.
    if (write(STDOUT_FILENO, text, size) != static_cast<ssize_t>(size)) {
      _exit(2);
    }
  });
}
