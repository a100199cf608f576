# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

"""A program that runs others one after another: see run_in_turn."""

def _in_turn_impl(ctx):
    program = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = program,
        target_file = ctx.executable._in_turn,
        is_executable = True,
    )
    executables = [
        target[DefaultInfo].files_to_run.executable
        for target in ctx.attr.programs
    ]
    list_file = ctx.actions.declare_file(ctx.label.name + ".programs")
    ctx.actions.write(
        list_file,
        "".join([file.short_path + "\n" for file in executables]),
    )
    runfiles = ctx.runfiles(files = [list_file] + executables)
    for target in ctx.attr.programs + [ctx.attr._in_turn]:
        runfiles = runfiles.merge(target[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = program, runfiles = runfiles)]

_in_turn = rule(
    implementation = _in_turn_impl,
    attrs = {
        "programs": attr.label_list(doc = "What to run."),
        "_in_turn": attr.label(
            default = "//examples/smp:in_turn",
            cfg = "exec",
            executable = True,
        ),
    },
    executable = True,
    doc = "Runs programs one after another and passes if all do.",
)

def run_in_turn(name, prefix, architectures):
    """Runs `<prefix><architecture>` for every architecture, or for one.

    With the host's platform it runs all of them; with a bare-metal platform,
    that architecture's. It runs all even where one fails, and then fails.

    Args:
      name: the program's name.
      prefix: how the qemu_run targets' names begin.
      architectures: how they end.
    """
    all_programs = [prefix + architecture for architecture in architectures]
    programs = {
        "//toolchains/qemu:bare_metal_" + architecture: [prefix + architecture]
        for architecture in architectures
    }
    programs["//conditions:default"] = all_programs
    _in_turn(
        name = name,
        programs = select(programs),
    )
