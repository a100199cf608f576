# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Makes a program of a script: what Bazel runs has to be a rule's output."""

def _merge_impl(ctx):
    program = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = program,
        target_file = ctx.file._script,
        is_executable = True,
    )
    return [DefaultInfo(
        executable = program,
        runfiles = ctx.runfiles(files = [ctx.file._script]),
    )]

merge = rule(
    implementation = _merge_impl,
    attrs = {
        "_script": attr.label(
            allow_single_file = True,
            default = "//:merge.sh",
        ),
    },
    doc = "Joins LCOV tracefiles.",
    executable = True,
)
