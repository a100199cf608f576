# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What checks the blocks that no code_block() takes, for blocks_test.

    "README.md starlark 1": "examples/kernel/MODULE.bazel"

A block is named by its document, its language and which of that language it is.
"""

# The file that each of these blocks quotes: the block's paragraphs, in the order
# that they have there.
QUOTES = {
    "README.md starlark 1": "examples/kernel/MODULE.bazel",
    "docs/debugging.md starlark 1": "examples/kernel/BUILD",
    "docs/getting-started.md bazelrc 1": "examples/kernel/.bazelrc",
    "docs/getting-started.md ld 1": "examples/kernel/riscv64/kernel.ld",
    "docs/getting-started.md starlark 1": "examples/kernel/MODULE.bazel",
    "docs/getting-started.md starlark 2": "examples/kernel/WORKSPACE",
    "docs/getting-started.md starlark 3": "platforms/BUILD",
    "docs/getting-started.md starlark 4": "examples/kernel/BUILD",
    "docs/getting-started.md starlark 5": "examples/kernel/BUILD",
    "docs/getting-started.md starlark 6": "examples/kernel/BUILD",
    "docs/layout.md starlark 1": "examples/kernel/BUILD",
    "docs/testing.md starlark 1": "examples/host/BUILD",
    "docs/settings.md bazelrc 1": "examples/kernel/.bazelrc",
}

# Blocks that a test finds by itself: instructions_test, layout_test, and those
# of the package trap_entry.
FOUND = [
    "docs/debugging.md gdb 1",
    "docs/preemption.md asm aarch64 1",
    "docs/preemption.md asm loongarch64 1",
    "docs/preemption.md asm riscv64 1",
    "docs/preemption.md cpp 2",
] + [
    "docs/%s %d" % (
        blocks,
        1 + n,
    )
    for blocks in [
        "how-it-works.md asm",
        "layout.md console",
    ]
    for n in range(4)
]

# Where each command of the pages is run: a file, and what it says there.
COMMANDS = {
    "./bazelw run //benchmarks:table": ".ci/run ./bazelw run //benchmarks:table",
    "./bazelw run //benchmarks:table -- --chart": "tests/benchmarks/table_test.cc run_table(\"--chart\"",
    "./bazelw run //benchmarks:table -- --json": "tests/benchmarks/table_test.cc run_table(\"--json\"",
    "./bazelw run //benchmarks:table -- --markdown": "tests/benchmarks/table_test.cc run_table(\"--markdown\"",
    "./bazelw run //benchmarks:table -- --update": "tests/benchmarks/table_test.cc run_table(\"--update\"",
    "./bazelw run //examples/smp": ".ci/run ./bazelw run //examples/smp",
    "./bazelw run //tests/map:image_reader_fuzz -- -runs=1000000 -seed=2": "tests/map/BUILD name = \"image_reader_fuzz\"",
    "./bazelw test //...": ".ci/run ./bazelw test //...",
    "bazel run //:run_riscv64": ".ci/run env -C examples/kernel ../../bazelw run //:run_riscv64",
    "bazel test //...": ".ci/run env -C examples/kernel ../../bazelw test //...",
}
