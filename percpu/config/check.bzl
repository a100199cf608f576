# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""Refuses settings that contradict each other or the platform."""

load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load(":settings.bzl", "SettingInfo")

_MAX_CPU_NUM = 65536

def settings_error(
        arm_el2,
        cpu_num,
        has_guard,
        is_aarch64,
        preempt,
        restart,
        sp_naive):
    """Says what is wrong with settings.

    Args:
      arm_el2: the setting.
      cpu_num: the setting.
      has_guard: whether the kernel names its preemption guard.
      is_aarch64: whether the platform is aarch64.
      preempt: the setting.
      restart: the setting.
      sp_naive: the setting.

    Returns:
      A sentence that says what to do, or None where all can be honoured.
    """
    if cpu_num < 1 or cpu_num > _MAX_CPU_NUM:
        return ("percpu: --@percpu//percpu/config:cpu_num={} is not a number " +
                "of CPUs; give the most CPUs that the kernel runs on, 1 to " +
                "{}").format(cpu_num, _MAX_CPU_NUM)
    if arm_el2 and not is_aarch64:
        return ("percpu: --@percpu//percpu/config:arm_el2 is for aarch64 " +
                "only; set it for that platform alone")
    if arm_el2 and sp_naive:
        return ("percpu: --@percpu//percpu/config:arm_el2 names a register, " +
                "and --@percpu//percpu/config:sp_naive uses none; set one of " +
                "them")
    if restart and sp_naive:
        return ("percpu: --@percpu//percpu/config:restart is for accesses " +
                "through a register, and --@percpu//percpu/config:sp_naive " +
                "uses none; set one of them")
    if preempt and not has_guard:
        return ("percpu: --@percpu//percpu/config:preempt needs the kernel's " +
                "preemption guard; name its target with --@percpu//percpu:guard")
    return None

def _settings_check_impl(ctx):
    error = settings_error(
        arm_el2 = ctx.attr.arm_el2[SettingInfo].value,
        cpu_num = ctx.attr.cpu_num[SettingInfo].value,
        has_guard = ctx.attr.guard.label != ctx.attr.no_guard.label,
        is_aarch64 = ctx.attr.is_aarch64,
        preempt = ctx.attr.preempt[SettingInfo].value,
        restart = ctx.attr.restart[SettingInfo].value,
        sp_naive = ctx.attr.sp_naive[SettingInfo].value,
    )
    if error:
        fail(error)
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
        "restart": attr.label(doc = "The setting.", **_setting),
        "sp_naive": attr.label(doc = "The setting.", **_setting),
    },
)
