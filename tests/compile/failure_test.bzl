# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Tests that something does not build, and says the right thing.

    load(":failing_case.bzl", "failing_case")
    load(":failure_test.bzl", "failure_test")

    failing_case(
        name = "destructor",
        srcs = ["cases/destructor.cc"],
        message = "the type needs a destructor",
    )

    failure_test(
        name = "types_x86_64_test",
        cases = [":destructor"],
        platform = "//platforms:x86_64",
    )

Each case is a GoogleTest case. It is built twice, once as a control that has
to succeed, so that no case passes for the wrong reason.
"""

load("//tests/variant:variant.bzl", "VARIANT_ATTRS")
load("//toolchains/qemu:image_transition.bzl", "image_transition")

FailureInfo = provider(
    doc = "How a case's two builds ended, as capture.cc writes it down.",
    fields = {
        "control": "File: the build that has to succeed",
        "failing": "File: the build that has to fail",
        "message": "expression (ECMAScript) that the failing one's output " +
                   "matches",
    },
)

def _failure_test_impl(ctx):
    executable = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = executable,
        target_file = ctx.executable._checker,
        is_executable = True,
    )
    lines = []
    outcomes = []
    for case in ctx.attr.cases:
        info = case[FailureInfo]
        outcomes += [info.control, info.failing]
        lines += [
            case.label.name,
            info.control.short_path,
            info.failing.short_path,
            info.message,
        ]
    for line in lines:
        if "\n" in line:
            fail("A value holds a line end: " + repr(line))
    manifest = ctx.actions.declare_file(ctx.label.name + ".cases")
    ctx.actions.write(manifest, "\n".join(lines) + "\n")
    return [DefaultInfo(
        executable = executable,
        runfiles = ctx.runfiles(files = [manifest] + outcomes),
    )]

failure_test = rule(
    implementation = _failure_test_impl,
    attrs = dict(
        VARIANT_ATTRS,
        cases = attr.label_list(
            doc = "The cases, all built for the same platform and settings.",
            cfg = image_transition,
            mandatory = True,
            providers = [FailureInfo],
        ),
        _checker = attr.label(
            default = "//tests/compile:checker",
            cfg = "target",
            executable = True,
        ),
    ),
    test = True,
    doc = "Checks how cases fail.",
)
