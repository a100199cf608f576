# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Programs that are measured: optimised, with all they depend on.

    load(":optimized.bzl", "optimized_program")

    optimized_program(
        name = "cycles",
        target = ":cycles_binary",
    )
"""

_MODE = "//command_line_option:compilation_mode"

def _optimized_transition_impl(_settings, _attr):
    return {_MODE: "opt"}

_optimized_transition = transition(
    implementation = _optimized_transition_impl,
    inputs = [],
    outputs = [_MODE],
)

def _optimized_program_impl(ctx):
    target = ctx.attr.target[0]
    executable = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = executable,
        target_file = target[DefaultInfo].files_to_run.executable,
        is_executable = True,
    )
    return [DefaultInfo(
        executable = executable,
        runfiles = target[DefaultInfo].default_runfiles,
    )]

optimized_program = rule(
    implementation = _optimized_program_impl,
    attrs = {
        "target": attr.label(
            cfg = _optimized_transition,
            doc = "The program.",
            mandatory = True,
        ),
        "_allowlist_function_transition": attr.label(
            default = "@bazel_tools//tools/allowlists/function_transition_allowlist",
        ),
    },
    doc = "A program, built with -c opt whatever the command line says.",
    executable = True,
)
