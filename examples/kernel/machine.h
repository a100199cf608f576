// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// What this kernel needs of a machine, in the folder of each architecture.

#ifndef EXAMPLE_MACHINE_H_
#define EXAMPLE_MACHINE_H_

namespace machine {

/// Sends one character down the serial line.
void put(char character);

/// Ends QEMU, whose exit status tells nothing: the output does.
[[noreturn]] void power_off();

}  // namespace machine

#endif  // EXAMPLE_MACHINE_H_
