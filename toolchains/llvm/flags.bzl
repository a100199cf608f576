# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The compiler and linker flags of each target, as plain lists.

    flags = FLAGS["aarch64"]
    flags.compile  # every C, C++ and assembly source
    flags.link     # every image

cc_toolchain_config.bzl turns them into features.
"""

# A kernel has no C or C++ library, no unwinder and, before it sets one up, no
# thread-local storage. Frame pointers stay, for backtraces.
_FREESTANDING = [
    "-ffreestanding",
    "-nostdlibinc",
    "-nostdinc++",
    "-fno-exceptions",
    "-fno-rtti",
    "-fno-threadsafe-statics",
    "-fno-stack-protector",
    "-fno-pic",
    "-fno-asynchronous-unwind-tables",
    "-fno-omit-frame-pointer",
    "-ffunction-sections",
    "-fdata-sections",
]

def _bare_metal(cpu, compile):
    return struct(
        compile = ["--target=%s-unknown-none-elf" % cpu] + compile +
                  _FREESTANDING,
        # clang links *-none-elf through gcc for some of the four, but links
        # *-linux-gnu by itself for all of them.
        link = [
            "--target=%s-unknown-linux-gnu" % cpu,
            "-nostdlib",
            "-static",
            "-Wl,-z,max-page-size=4096",
            "-Wl,--gc-sections",
            "-Wl,--build-id=none",
        ],
        # Debug information costs an image no memory, and panics want it.
        fastbuild = ["-O2", "-g"],
        opt = ["-O2", "-g", "-DNDEBUG"],
        dbg = ["-O0", "-g"],
    )

_HOSTED = ["-fstack-protector", "-fno-omit-frame-pointer"]

# A program for another CPU's Linux, by Debian's cross libraries. Static, so that
# it runs under QEMU without them.
def _cross(cpu):
    target = "--target=%s-linux-gnu" % cpu
    return struct(
        compile = [target] + _HOSTED,
        link = [target, "--driver-mode=g++", "-static"],
        fastbuild = ["-O1", "-g"],
        opt = ["-O2", "-DNDEBUG"],
        dbg = ["-O0", "-g"],
    )

# Of the CPUs that Debian has a C library for; the newest release of three.
CROSS_CPUS = [
    "aarch64",
    "loongarch64",
    "riscv64",
]

# Floating-point and vector registers are off in all four: no kernel here saves
# them, and a compiler that may use them does so for plain integer loops.
FLAGS = {
    "aarch64": _bare_metal("aarch64", [
        "-mgeneral-regs-only",
        # Unaligned accesses fault while the MMU is off.
        "-mstrict-align",
        # The outlined atomics live in a library that is not there.
        "-mno-outline-atomics",
    ]),
    "host": struct(
        compile = _HOSTED,
        link = ["--driver-mode=g++"],
        fastbuild = ["-O0", "-g"],
        opt = ["-O2", "-DNDEBUG", "-ffunction-sections", "-fdata-sections"],
        dbg = ["-O0", "-g"],
    ),
    "loongarch64": _bare_metal("loongarch64", [
        # Implies -mabi=lp64s. That flag alone leaves the FPU and LSX on.
        "-msoft-float",
    ]),
    "riscv64": _bare_metal("riscv64", [
        "-march=rv64imac_zicsr_zifencei",
        "-mabi=lp64",
        "-mcmodel=medany",
    ]),
    "x86_64": _bare_metal("x86_64", [
        "-mcmodel=kernel",
        # An interrupt would overwrite what stands below the stack pointer.
        "-mno-red-zone",
        "-mgeneral-regs-only",
    ]),
}

FLAGS.update({cpu + "_linux": _cross(cpu) for cpu in CROSS_CPUS})

# Features of the host's toolchain, under the names that Bazel's own have. What
# is undefined ends the program, as what the others find does.
SANITIZERS = {
    "asan": ["-fsanitize=address"],
    "tsan": ["-fsanitize=thread"],
    "ubsan": ["-fsanitize=undefined", "-fno-sanitize-recover=undefined"],
}

# Of every target. The paths in debug information, and the date and time macros,
# must not make two builds of one source differ.
COMMON_COMPILE_FLAGS = [
    "-fcolor-diagnostics",
    "-ffile-compilation-dir=.",
    "-Wno-builtin-macro-redefined",
    "-D__DATE__=\"redacted\"",
    "-D__TIME__=\"redacted\"",
    "-D__TIMESTAMP__=\"redacted\"",
]

CXX_FLAGS = ["-std=c++20"]

WARNING_FLAGS = ["-Wall", "-Wextra"]
