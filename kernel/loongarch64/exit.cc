// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "kernel/arch.h"
#include "kernel/loongarch64/registers.h"

namespace kernel::arch {
namespace {

/// The sleep control register of QEMU's ACPI event device (hw/loongarch/virt.c,
/// VIRT_GED_REG_ADDR). Sleep type 5 with the enable bit powers off, with status
/// 0 (ACPI Specification, "Sleep Control Register").
constexpr uintptr_t kSleepControl = 0x100e'001c;
constexpr uint8_t kPowerOff = (5 << 2) | (1 << 5);

/// The virt machine has no device that ends it with another status. pvpanic-pci
/// reports a panic, which -action panic=exit-failure turns into status 1
/// (QEMU, docs/specs/pvpanic.rst and docs/specs/pci-ids.rst).
constexpr uint32_t kPvpanicId = 0x0011'1b36;
constexpr uint8_t kPanicked = 1 << 0;

/// Bus 0 of the PCI host, and where its devices' memory may lie
/// (include/hw/pci-host/ls7a.h, VIRT_PCI_CFG_BASE and VIRT_PCI_MEM_BASE).
constexpr uintptr_t kPciConfiguration = 0x2000'0000;
constexpr uintptr_t kPciMemory = 0x4000'0000;
constexpr unsigned kPciDevices = 32;

/// Configuration space (PCI Local Bus Specification, section 6.1). On PCI
/// Express each device function has 4 KiB of it, and each device 8 functions.
constexpr unsigned kDeviceShift = 15;
constexpr uintptr_t kPciId = 0x00;
constexpr uintptr_t kPciCommand = 0x04;
constexpr uintptr_t kPciBar0 = 0x10;
constexpr uint16_t kMemoryEnable = 1 << 1;

void report_panic() {
  for (unsigned i = 0; i < kPciDevices; ++i) {
    const uintptr_t configuration =
        kPciConfiguration + (uintptr_t{i} << kDeviceShift);
    if (device<uint32_t>(configuration + kPciId) != kPvpanicId) continue;
    device<uint32_t>(configuration + kPciBar0) = kPciMemory;
    device<uint16_t>(configuration + kPciCommand) =
        device<uint16_t>(configuration + kPciCommand) | kMemoryEnable;
    device<uint8_t>(kPciMemory) = kPanicked;
  }
}

void write_line(const char* text) {
  while (*text != '\0') console_write_char(*text++);
  console_write_char('\n');
}

}  // namespace

void exit(bool pass) {
  if (pass) {
    device<uint8_t>(kSleepControl) = kPowerOff;
  } else {
    report_panic();
    // Powering off would be a pass, so the machine stays up.
    write_line(
        "exit: start QEMU with -device pvpanic-pci "
        "-action panic=exit-failure");
  }
  halt();
}

}  // namespace kernel::arch
