# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What LLVM's tools say about an image or a library.

    disassembly(
        name = "operations_text",
        functions = "op_",
        image = ":operations",
    )
    linked_library(name = "library", library = "//percpu")
"""

load("@rules_cc//cc/common:cc_info.bzl", "CcInfo")

def _tool(label):
    return attr.label(
        default = label,
        allow_files = True,
        cfg = "exec",
        executable = True,
    )

# A function's lines end with an empty one. What the linker fills a gap with is
# not the function's.
_FUNCTIONS = "/^([0-9a-f]+ )?<%s.*>:$/,/^$/{/\t(int3|break\t0)$/!p}"

def _disassembly_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.run_shell(
        command = "set -o pipefail; " +
                  "tool=$1 image=$2 text=$3 filter=$4 && shift 4 && " +
                  "\"$tool\" -d \"$@\" \"$image\" | " +
                  "sed -nE \"$filter\" > \"$text\"",
        arguments = [
            ctx.executable._objdump.path,
            ctx.file.image.path,
            output.path,
            _FUNCTIONS % ctx.attr.functions if ctx.attr.functions else "p",
        ] + ([] if ctx.attr.show_bytes else [
            "--no-show-raw-insn",
            "--no-leading-addr",
        ]),
        inputs = [ctx.file.image],
        mnemonic = "PercpuDisassemble",
        outputs = [output],
        tools = [ctx.executable._objdump],
    )
    return [DefaultInfo(files = depset([output]))]

disassembly = rule(
    implementation = _disassembly_impl,
    attrs = {
        "functions": attr.string(
            doc = "What the functions' names begin with. Default: all.",
        ),
        "image": attr.label(
            doc = "The image.",
            allow_single_file = True,
            mandatory = True,
        ),
        "show_bytes": attr.bool(
            doc = "Whether each instruction's address and bytes are there too.",
        ),
        "_objdump": _tool("@percpu_llvm//:objdump"),
    },
    doc = "An image's functions as text.",
)

def _linked_library_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name + ".o")
    inputs = ctx.attr.library[CcInfo].linking_context.linker_inputs
    archives = []
    for linker_input in inputs.to_list():
        for library in linker_input.libraries:
            archives.append(
                library.static_library or library.pic_static_library,
            )
    ctx.actions.run(
        executable = ctx.executable._lld,
        arguments = ["-r", "--whole-archive", "-o", output.path] +
                    [archive.path for archive in archives],
        inputs = archives,
        mnemonic = "PercpuLinkLibrary",
        outputs = [output],
    )
    return [DefaultInfo(files = depset([output]))]

linked_library = rule(
    implementation = _linked_library_impl,
    attrs = {
        "library": attr.label(
            doc = "The cc_library.",
            mandatory = True,
            providers = [CcInfo],
        ),
        "_lld": _tool("@percpu_llvm//:lld"),
    },
    doc = "A library and what it depends on as one object file.",
)
