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
    return _clock(10 if architecture == "loongarch64" else 0)

def slow_instruction_clock():
    """A clock by which an instruction takes a little more than a microsecond.

    Every timer is finer than that: a series of times, a microsecond apart,
    leaves out no instruction of the CPU that runs.

    Returns:
      Arguments of QEMU.
    """
    return _clock(10)

def _clock(shift):
    return ["-icount", "shift=%d,sleep=off" % shift]
