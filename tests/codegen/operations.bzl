# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The runs of operations.<architecture>.check: every placement and size.

    codegen_test(name = "operations", runs = OPERATIONS_RUNS, ...)
"""

# FileCheck's variables: for each size in bytes, and for each placement. riscv64
# and loongarch64 load 32 bits with their sign, as their ABIs keep them.
_SIZES = {
    "aarch64": {
        1: {"LOAD": "ldrb", "R": "w", "STORE": "strb"},
        2: {"LOAD": "ldrh", "R": "w", "STORE": "strh"},
        4: {"LOAD": "ldr", "R": "w", "STORE": "str"},
        8: {"EXPECTED": "0", "LOAD": "ldr", "R": "x", "STORE": "str"},
    },
    "loongarch64": {
        1: {"LOAD": "bu", "STORE": "b"},
        2: {"LOAD": "hu", "STORE": "h"},
        4: {"LOAD": "w", "STORE": "w"},
        8: {"LOAD": "d", "STORE": "d"},
    },
    "riscv64": {
        1: {"LOAD": "lbu", "STORE": "sb"},
        2: {"LOAD": "lhu", "STORE": "sh"},
        4: {"LOAD": "lw", "STORE": "sw"},
        8: {"LOAD": "ld", "STORE": "sd"},
    },
    "x86_64": {
        1: {
            "AX": "%al",
            "DI": "%dil",
            "LOAD": "movzbl",
            "RESULT": "%eax",
            "SI": "%sil",
            "SUFFIX": "b",
        },
        2: {
            "AX": "%ax",
            "DI": "%di",
            "LOAD": "movzwl",
            "RESULT": "%eax",
            "SI": "%si",
            "SUFFIX": "w",
        },
        4: {
            "AX": "%eax",
            "DI": "%edi",
            "LOAD": "movl",
            "RESULT": "%eax",
            "SI": "%esi",
            "SUFFIX": "l",
        },
        8: {
            "AX": "%rax",
            "DI": "%rdi",
            "LOAD": "movq",
            "RESULT": "%rax",
            "SI": "%rsi",
            "SUFFIX": "q",
        },
    },
}
_PLACEMENTS = {
    "aarch64": {
        "hot": {},
        "plain": {"COMMA": ", "},
    },
    "loongarch64": {
        "hot": {"ADD": "addi.d", "FIRST": "$r21", "X": ""},
        "plain": {"ADD": "add.d", "SECOND": "$r21", "X": "x"},
    },
    "riscv64": {
        "hot": {"BASE": "gp"},
        "plain": {},
    },
    "x86_64": {
        "hot": {},
        "plain": {},
    },
}

# Checks of one placement or of one size alone, by the prefix they begin with.
_PREFIXES = {
    "aarch64": ["HOT", "PLAIN", "BYTES1", "BYTES2", "BYTES4"],
    "loongarch64": ["HOT", "PLAIN", "BYTES1", "BYTES2"],
    "riscv64": ["HOT", "PLAIN", "BYTES1", "BYTES2"],
    "x86_64": [],
}

def _runs(architecture):
    return {
        "%s, %d bytes" % (placement, size): [
            "--check-prefixes=" + ",".join(["CHECK"] + [
                prefix
                for prefix in [placement.upper(), "BYTES%d" % size]
                if prefix in _PREFIXES[architecture]
            ]),
            "-DVARIABLE=%s_%d" % (placement, size),
        ] + [
            "-D%s=%s" % (name, value)
            for name, value in of_placement.items() + of_size.items()
        ]
        for placement, of_placement in _PLACEMENTS[architecture].items()
        for size, of_size in _SIZES[architecture].items()
    }

# By architecture.
OPERATIONS_RUNS = {architecture: _runs(architecture) for architecture in _SIZES}
