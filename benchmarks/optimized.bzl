# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Programs that are measured: optimised, with all they depend on.

    load(":optimized.bzl", "optimized_program")

    optimized_program(
        name = "cycles",
        target = ":cycles_binary",
    )
"""

load("//toolchains/qemu:transitioned.bzl", "ALLOWLIST_ATTRS", "transitioned_program")

_MODE = "//command_line_option:compilation_mode"

def _optimized_transition_impl(_settings, _attr):
    return {_MODE: "opt"}

_optimized_transition = transition(
    implementation = _optimized_transition_impl,
    inputs = [],
    outputs = [_MODE],
)

def _optimized_program_impl(ctx):
    return [transitioned_program(ctx, ctx.attr.target[0])]

optimized_program = rule(
    implementation = _optimized_program_impl,
    attrs = dict(ALLOWLIST_ATTRS, target = attr.label(
        cfg = _optimized_transition,
        doc = "The program.",
        mandatory = True,
    )),
    doc = "A program, built with -c opt whatever the command line says.",
    executable = True,
)
