# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The shape of a machine, one for each way to start QEMU."""

def machine(
        cpu,
        qemu,
        package,
        args,
        memory,
        pass_status,
        cpu_model = None,
        settings = {}):
    """Describes a machine.

    Args:
      cpu: the architecture; also the name of its platform in //platforms.
      qemu: the program.
      package: the package that brings it on Debian and Ubuntu.
      args: what makes it this machine.
      memory: its default memory, in QEMU's words.
      pass_status: QEMU's exit status when the guest passes.
      cpu_model: its default CPU model; None leaves it to QEMU.
      settings: build settings that an image for this machine needs.

    Returns:
      A struct with these fields.
    """
    return struct(
        cpu = cpu,
        qemu = qemu,
        package = package,
        args = args,
        memory = memory,
        pass_status = pass_status,
        cpu_model = cpu_model,
        settings = settings,
    )
