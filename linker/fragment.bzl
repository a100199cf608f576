# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""The .percpu section as a linker script that travels with a dependency."""

load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load("//percpu/config:settings.bzl", "SettingInfo")

_HEAD = """CPU_NUM = {cpu_num};
SECTIONS {{
"""

_TAIL = """}} INSERT {insert};
"""

def _sections(ctx, output, head, tail):
    ctx.actions.expand_template(
        template = ctx.file.template,
        output = output,
        substitutions = {
            "%{head}": head,
            "%{hot_limit}": str(ctx.attr.hot_limit),
            "%{segment}": ctx.attr.segment[SettingInfo].value,
            "%{tail}": tail,
        },
    )

def _linker_fragment_impl(ctx):
    fragment = ctx.actions.declare_file(ctx.label.name + ".ld")
    _sections(
        ctx,
        fragment,
        _HEAD.format(cpu_num = ctx.attr.cpu_num[SettingInfo].value),
        _TAIL.format(insert = ctx.attr.insert[SettingInfo].value),
    )
    linking_context = cc_common.create_linking_context(
        linker_inputs = depset([cc_common.create_linker_input(
            owner = ctx.label,
            additional_inputs = depset([fragment]),
            user_link_flags = depset([
                "-Wl,-T," + fragment.path,
                # Has no effect on the address, which the script gives, but
                # keeps sections that no script names from standing behind
                # .percpu, at its addresses.
                "-Wl,--section-start=.percpu=0",
            ]),
        )]),
    )
    return [
        DefaultInfo(files = depset([fragment])),
        CcInfo(linking_context = linking_context),
    ]

_SECTIONS_ATTRS = {
    "hot_limit": attr.int(
        doc = "The bytes of an area that the shortest access reaches.",
        mandatory = True,
    ),
    "segment": attr.label(
        doc = "The setting with the name of the segment for the areas.",
        mandatory = True,
        providers = [SettingInfo],
    ),
    "template": attr.label(
        doc = "The sections, with %{...} for what varies.",
        allow_single_file = True,
        mandatory = True,
    ),
}

linker_fragment = rule(
    doc = "Adds the areas to the link of whatever depends on it.",
    implementation = _linker_fragment_impl,
    attrs = dict(_SECTIONS_ATTRS, **{
        "cpu_num": attr.label(
            doc = "The setting with the number of areas.",
            mandatory = True,
            providers = [SettingInfo],
        ),
        "insert": attr.label(
            doc = "The setting that says where the sections go.",
            mandatory = True,
            providers = [SettingInfo],
        ),
    }),
)

def _linker_sections_impl(ctx):
    sections = ctx.actions.declare_file(ctx.label.name + ".ld")
    _sections(ctx, sections, "", "")
    return [DefaultInfo(files = depset([sections]))]

linker_sections = rule(
    doc = "The areas' sections alone, for a kernel's own SECTIONS command.",
    implementation = _linker_sections_impl,
    attrs = _SECTIONS_ATTRS,
)
