# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Settings that must not pass //percpu/config's check.

    settings_case(
        name = "cpu_num_zero",
        message = "cpu_num=0 is not a number of CPUs",
        failing = {"cpu_num": "0"},
    )

A failing analysis cannot be observed from a build, so the case calls the check
itself; its control is the same settings with those of `control` instead.
"""

load("//percpu/config:check.bzl", "settings_error")
load(":failure_test.bzl", "FailureInfo")

def _outcome(ctx, suffix, values):
    error = settings_error(
        arm_el2 = values.get("arm_el2") == "true",
        cpu_num = int(values.get("cpu_num", "4")),
        has_guard = values.get("guard") == "true",
        is_aarch64 = values.get("is_aarch64") == "true",
        preempt = values.get("preempt") == "true",
        restart = values.get("restart") == "true",
        sp_naive = values.get("sp_naive") == "true",
    )
    outcome = ctx.actions.declare_file(ctx.label.name + suffix)
    ctx.actions.write(
        outcome,
        "status 1\n%s\n" % error if error else "status 0\n",
    )
    return outcome

def _settings_case_impl(ctx):
    control = _outcome(ctx, ".control", ctx.attr.control)
    failing = _outcome(ctx, ".failing", ctx.attr.failing)
    return [
        DefaultInfo(files = depset([control, failing])),
        FailureInfo(
            control = control,
            failing = failing,
            message = ctx.attr.message,
        ),
    ]

settings_case = rule(
    implementation = _settings_case_impl,
    attrs = {
        "control": attr.string_dict(doc = "Settings that are honoured."),
        "failing": attr.string_dict(
            doc = "Settings that are not.",
            mandatory = True,
        ),
        "message": attr.string(
            doc = "Expression (ECMAScript) that the message matches.",
            mandatory = True,
        ),
    },
    doc = "Settings and what the check says about them, for failure_test().",
)
