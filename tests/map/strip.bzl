# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""A file without some of what it holds.

    stripped(
        name = "no_debug.elf",
        flags = ["--strip-debug"],
        image = ":image.elf",
    )
"""

def _stripped_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.run(
        executable = ctx.executable._objcopy,
        arguments = ctx.attr.flags + [ctx.file.image.path, output.path],
        inputs = [ctx.file.image],
        mnemonic = "PercpuStrip",
        outputs = [output],
    )
    return [DefaultInfo(
        files = depset([output]),
        runfiles = ctx.runfiles(files = [output]),
    )]

stripped = rule(
    implementation = _stripped_impl,
    attrs = {
        "flags": attr.string_list(
            doc = "Flags of llvm-objcopy.",
            mandatory = True,
        ),
        "image": attr.label(
            doc = "The file.",
            allow_single_file = True,
            mandatory = True,
        ),
        "_objcopy": attr.label(
            default = "@percpu_llvm//:objcopy",
            allow_files = True,
            cfg = "exec",
            executable = True,
        ),
    },
    doc = "A file, with llvm-objcopy's flags.",
)
