# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What a person reads when cases fail, as one file.

    failure_output(
        name = "types.txt",
        cases = [":destructor"],
        platform = "//platforms:aarch64",
    )
"""

load("//tests/variant:variant.bzl", "VARIANT_ATTRS")
load("//toolchains/qemu:image_transition.bzl", "image_transition")
load(":failure_test.bzl", "FailureInfo")

def _failure_output_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name)
    outcomes = [case[FailureInfo].failing for case in ctx.attr.cases]
    ctx.actions.run_shell(
        command = "output=$1 && shift && cat \"$@\" > \"$output\"",
        arguments = [output.path] + [outcome.path for outcome in outcomes],
        inputs = outcomes,
        mnemonic = "PercpuFailures",
        outputs = [output],
    )
    return [DefaultInfo(
        files = depset([output]),
        runfiles = ctx.runfiles(files = [output]),
    )]

failure_output = rule(
    implementation = _failure_output_impl,
    attrs = dict(VARIANT_ATTRS, cases = attr.label_list(
        doc = "The cases, all built for the same platform and settings.",
        cfg = image_transition,
        mandatory = True,
        providers = [FailureInfo],
    )),
    doc = "The output of the builds that have to fail.",
)
