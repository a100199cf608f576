# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""The kinds of settings that //percpu/config consists of.

They are a few lines each, so that a consumer downloads no repository for them.
"""

load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")

SettingInfo = provider(
    doc = "A setting's value.",
    fields = {"value": "what the command line or a transition gave"},
)

def _setting_impl(ctx):
    return [SettingInfo(value = ctx.build_setting_value)]

bool_setting = rule(
    doc = "A setting that is true or false.",
    implementation = _setting_impl,
    build_setting = config.bool(flag = True),
)

int_setting = rule(
    doc = "A setting that is a number.",
    implementation = _setting_impl,
    build_setting = config.int(flag = True),
)

string_setting = rule(
    doc = "A setting that is a text.",
    implementation = _setting_impl,
    build_setting = config.string(flag = True),
)

def _define_setting_impl(ctx):
    value = str(ctx.attr.setting[SettingInfo].value)
    return [CcInfo(compilation_context = cc_common.create_compilation_context(
        defines = depset(["{}={}".format(ctx.attr.define, value)]),
    ))]

define_setting = rule(
    doc = "Gives a setting's value to C++, as a macro.",
    implementation = _define_setting_impl,
    attrs = {
        "define": attr.string(doc = "The macro's name.", mandatory = True),
        "setting": attr.label(
            doc = "The setting.",
            mandatory = True,
            providers = [SettingInfo],
        ),
    },
)
