// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// Shows the layout of a kernel's per-CPU areas: see kHelp in command.cc.

#include <iostream>

#include "tools/map/command.h"

int main(int argc, char** argv) {
  return percpu_map::run_command({argv + 1, argv + argc}, std::cout, std::cerr);
}
