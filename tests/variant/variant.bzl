# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Files and tests that are built for another platform or with other settings.

    load("//tests/variant:variant.bzl", "variant_file", "variant_test")

    variant_file(
        name = "image_riscv64",
        platform = "//platforms:riscv64",
        settings = {"//percpu/config:cpu_num": "64"},
        target = ":image",
    )

A test finds the file under the variant's own name, below its package's path.
"""

load("//toolchains/qemu:image_transition.bzl", "image_transition")
load("//toolchains/qemu:transitioned.bzl", "TRANSITION_ATTRS", "transitioned_program")

# Of every rule with an attribute that image_transition moves.
VARIANT_ATTRS = dict(TRANSITION_ATTRS, sanitizer = attr.string(
    doc = "A feature of the toolchain to build with. Default: none.",
))

def _variant_file_impl(ctx):
    files = ctx.files.target
    if len(files) != 1:
        fail("%s is %d files; a variant is of one." % (
            ctx.attr.target[0].label,
            len(files),
        ))
    output = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(output = output, target_file = files[0])
    return [DefaultInfo(
        files = depset([output]),
        runfiles = ctx.runfiles(files = [output]),
    )]

variant_file = rule(
    implementation = _variant_file_impl,
    attrs = dict(VARIANT_ATTRS, target = attr.label(
        doc = "What gives the one file.",
        allow_files = True,
        cfg = image_transition,
        mandatory = True,
    )),
    doc = "A file, built another way.",
)

def _variant_test_impl(ctx):
    return [transitioned_program(ctx, ctx.attr.target[0])]

variant_test = rule(
    implementation = _variant_test_impl,
    attrs = dict(VARIANT_ATTRS, target = attr.label(
        doc = "The test.",
        cfg = image_transition,
        mandatory = True,
    )),
    test = True,
    doc = "A test, built another way.",
)
