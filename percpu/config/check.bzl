# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""Refuses settings that contradict each other or the platform."""

load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load(":settings.bzl", "SettingInfo")

_MAX_CPU_NUM = 65536

def _settings_check_impl(ctx):
    cpu_num = ctx.attr.cpu_num[SettingInfo].value
    if cpu_num < 1 or cpu_num > _MAX_CPU_NUM:
        fail(("percpu: --@percpu//percpu/config:cpu_num={} is not a number " +
              "of CPUs; give the most CPUs that the kernel runs on, 1 to {}").format(
            cpu_num,
            _MAX_CPU_NUM,
        ))
    if ctx.attr.arm_el2[SettingInfo].value and not ctx.attr.is_aarch64:
        fail("percpu: --@percpu//percpu/config:arm_el2 is for aarch64 only; " +
             "set it for that platform alone")
    if ctx.attr.arm_el2[SettingInfo].value and ctx.attr.sp_naive[SettingInfo].value:
        fail("percpu: --@percpu//percpu/config:arm_el2 names a register, and " +
             "--@percpu//percpu/config:sp_naive uses none; set one of them")
    if ctx.attr.preempt[SettingInfo].value and ctx.attr.guard.label == ctx.attr.no_guard.label:
        fail("percpu: --@percpu//percpu/config:preempt needs the kernel's " +
             "preemption guard; name its target with --@percpu//percpu:guard")
    return [CcInfo()]

_setting = {"providers": [SettingInfo], "mandatory": True}

settings_check = rule(
    doc = "Fails at analysis where the settings cannot be honoured.",
    implementation = _settings_check_impl,
    attrs = {
        "arm_el2": attr.label(doc = "The setting.", **_setting),
        "cpu_num": attr.label(doc = "The setting.", **_setting),
        "guard": attr.label(doc = "The kernel's guard.", mandatory = True),
        "is_aarch64": attr.bool(doc = "Whether the platform is aarch64."),
        "no_guard": attr.label(
            doc = "What `guard` is until the kernel names one.",
            mandatory = True,
        ),
        "preempt": attr.label(doc = "The setting.", **_setting),
        "sp_naive": attr.label(doc = "The setting.", **_setting),
    },
)
