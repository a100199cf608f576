# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""The .percpu section as a linker script that travels with a dependency."""

load("@rules_cc//cc/common:cc_common.bzl", "cc_common")
load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")
load("//percpu/config:settings.bzl", "SettingInfo")

_HEAD = """CPU_NUM = {cpu_num};
SECTIONS {{
"""

_TAIL = """}} INSERT {insert};
ASSERT(LOADADDR(.percpu.anchor) - ADDR(.percpu.anchor) ==
       LOADADDR({section}) - ADDR({section}),
       "percpu: the areas are not loaded beside {section}; \
give load addresses by AT(...) on the kernel's first section, not by AT > \
a region")
"""

# What kernels call the bounds of .bss, where they clear it themselves.
_BSS_BOUNDS = [
    ("__bss_start", "__bss_end"),
    ("__bss_start", "_end"),
    ("__bss_start__", "__bss_end__"),
    ("_bss_start", "_bss_end"),
    ("_sbss", "_ebss"),
    ("sbss", "ebss"),
]

# Only where the areas go before a section: a symbol that the script sets just
# before .bss then stands before the areas.
_BSS_CHECK = """ASSERT(!DEFINED({start}) || !DEFINED({end}) ||
       {start} > _percpu_start || {end} <= _percpu_start,
       "percpu: clearing .bss from {start} to {end} would clear the areas; \
set {start} inside .bss, or //percpu/config:insert to AFTER .data")
"""

def _tail(insert):
    tail = _TAIL.format(insert = insert, section = insert.split(" ")[-1])
    if insert.startswith("BEFORE "):
        for start, end in _BSS_BOUNDS:
            tail += _BSS_CHECK.format(start = start, end = end)
    return tail

def _sections(ctx, output, head, tail):
    ctx.actions.expand_template(
        template = ctx.file.template,
        output = output,
        substitutions = {
            "%{head}": head,
            "%{hot_limit}": str(ctx.attr.hot_limit),
            "%{register_bias}": str(ctx.attr.register_bias),
            "%{segment}": ctx.attr.segment[SettingInfo].value,
            "%{tail}": tail,
        },
    )

def _providers(ctx, script, link_flag):
    linking_context = cc_common.create_linking_context(
        linker_inputs = depset([cc_common.create_linker_input(
            owner = ctx.label,
            additional_inputs = depset([script]),
            user_link_flags = depset([
                link_flag,
                # Has no effect on the address, which the script gives, but
                # keeps sections that no script names from standing behind
                # .percpu, at its addresses.
                "-Wl,--section-start=.percpu=0",
            ]),
        )]),
    )
    return [
        DefaultInfo(files = depset([script])),
        CcInfo(linking_context = linking_context),
    ]

def _linker_fragment_impl(ctx):
    fragment = ctx.actions.declare_file(ctx.label.name + ".ld")
    _sections(
        ctx,
        fragment,
        _HEAD.format(cpu_num = ctx.attr.cpu_num[SettingInfo].value),
        _tail(ctx.attr.insert[SettingInfo].value),
    )
    return _providers(ctx, fragment, "-Wl,-T," + fragment.path)

_SECTIONS_ATTRS = {
    "hot_limit": attr.int(
        doc = "The bytes of an area that the shortest access reaches.",
        mandatory = True,
    ),
    "register_bias": attr.int(
        doc = "The bytes from an area's base to what the register holds.",
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
    return _providers(ctx, sections, "-L" + sections.dirname)

linker_sections = rule(
    doc = "The areas' sections alone, for a kernel's own SECTIONS command.",
    implementation = _linker_sections_impl,
    attrs = _SECTIONS_ATTRS,
)
