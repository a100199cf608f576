// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
//
// Becomes QEMU that runs a Linux program of another CPU, with the arguments and
// the environment of this one: filters, shards and XML are the program's own.

#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

#include "toolchains/qemu/runner/flags.h"
#include "toolchains/qemu/runner/process.h"

int main(int argc, char** argv) {
  const qemu_runner::Flags flags = qemu_runner::read_flags(1, argv);
  if (!flags.error.empty()) {
    fprintf(stderr, "%s\n", flags.error.c_str());
    return 2;
  }
  std::string qemu = qemu_runner::find_program(flags.qemu);
  if (qemu.empty()) {
    fprintf(stderr, "%s\n", qemu_runner::missing_qemu(flags).c_str());
    return 1;
  }
  std::string program = qemu_runner::find_kernel(flags, argv[0]);
  if (program.empty()) {
    fprintf(stderr, "The program %s is not there.\n", flags.kernel.c_str());
    return 1;
  }
  std::vector<char*> command = {qemu.data(), program.data()};
  command.insert(command.end(), argv + 1, argv + argc);
  command.push_back(nullptr);
  execv(qemu.c_str(), command.data());
  perror(qemu.c_str());
  return 1;
}
