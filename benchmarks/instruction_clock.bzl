# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""How QEMU counts instructions (kernel/clock.h).

    qemu_run(
        name = "executed_riscv64",
        accel = "tcg",
        cpus = 1,
        kernel = ":image",
        machine = "riscv64",
        qemu_args = instruction_clock("riscv64"),
    )
"""

def instruction_clock(architecture):
    """A clock that counts what the only CPU executes.

    Args:
      architecture: the machine's.

    Returns:
      Arguments of QEMU.
    """

    # loongarch64's counter ticks every ten nanoseconds, at which an instruction
    # has to take longer.
    shift = 10 if architecture == "loongarch64" else 0
    return ["-icount", "shift=%d,sleep=off" % shift]
