# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Programs that search a Promela model's states, all of them.

    load(":verifier.bzl", "spin_verifier")

    spin_verifier(
        name = "in_place",
        defines = ["BASE_IN_PLACE"],
        model = "restart.pml",
    )

Spin writes the program, in C, and the host's compiler compiles it. It stops at
the first violation and leaves the way there, a .trail, where it was started.
"""

load("@rules_cc//cc:cc_binary.bzl", "cc_binary")
load("@rules_cc//cc:cc_library.bzl", "cc_library")

# What Spin calls what it writes: pan.c includes the others.
_INCLUDED = [
    "pan.b",
    "pan.h",
    "pan.m",
    "pan.p",
    "pan.t",
]

# Spin writes to the working directory, and calls a preprocessor by its name. -o3
# keeps statements apart, so that the report names each that is never reached.
_COMMAND = """set -e
spin=$PWD/$1
export PATH="$PWD/${2%/*}:$PATH"
preprocessor="${2##*/} -E -x c"
cp "$3" "$4"
cd "$4"
model=${3##*/}
shift 4
"$spin" -o3 "-P$preprocessor" "$@" -a "$model"
"""

def _spin_source_impl(ctx):
    output = ctx.outputs.outs[0]
    ctx.actions.run_shell(
        arguments = [
            ctx.executable._spin.path,
            ctx.executable._clang.path,
            ctx.file.model.path,
            output.dirname,
        ] + ["-D" + define for define in ctx.attr.defines],
        command = _COMMAND,
        inputs = [ctx.file.model],
        mnemonic = "PercpuSpin",
        outputs = ctx.outputs.outs,
        tools = [
            ctx.executable._clang,
            ctx.executable._spin,
        ],
    )
    return [DefaultInfo(files = depset(ctx.outputs.outs))]

def _tool(label):
    return attr.label(
        default = label,
        allow_files = True,
        cfg = "exec",
        executable = True,
    )

_spin_source = rule(
    implementation = _spin_source_impl,
    attrs = {
        "defines": attr.string_list(
            doc = "Names that the model's preprocessor knows.",
        ),
        "model": attr.label(
            doc = "The model.",
            allow_single_file = [".pml"],
            mandatory = True,
        ),
        "outs": attr.output_list(
            doc = "The files that Spin writes, all in one folder.",
            mandatory = True,
        ),
        "_clang": _tool("@percpu_llvm//:clang"),
        "_spin": _tool("@percpu_spin//:spin"),
    },
    doc = "What Spin writes for a model.",
)

def spin_verifier(name, model, defines = []):
    """A program that searches a model's states, for the host.

    Args:
      name: the program's name.
      model: the model, one file.
      defines: names that its preprocessor knows.
    """
    folder = name + "_source/"
    linux = ["@platforms//os:linux"]
    _spin_source(
        name = name + "_source",
        defines = defines,
        model = model,
        outs = [folder + file for file in ["pan.c"] + _INCLUDED],
        target_compatible_with = linux,
    )
    cc_library(
        name = name + "_included",
        target_compatible_with = linux,
        textual_hdrs = [folder + file for file in _INCLUDED],
    )
    cc_binary(
        name = name,
        srcs = [folder + "pan.c"],
        # SAFETY leaves out what only a search for cycles needs. The warnings
        # are Spin's.
        copts = [
            "-DSAFETY",
            "-O2",
            "-w",
        ],
        target_compatible_with = linux,
        deps = [":%s_included" % name],
    )
