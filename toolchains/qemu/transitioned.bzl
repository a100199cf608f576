# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What rules share that build a target another way, by a transition.

    def _impl(ctx):
        return [transitioned_program(ctx, ctx.attr.target[0])]

    my_rule = rule(
        implementation = _impl,
        attrs = dict(TRANSITION_ATTRS, target = attr.label(cfg = image_transition)),
        executable = True,
    )
"""

ALLOWLIST_ATTRS = {
    "_allowlist_function_transition": attr.label(
        default = "@bazel_tools//tools/allowlists/function_transition_allowlist",
    ),
}

# Of every rule with an attribute that image_transition moves.
TRANSITION_ATTRS = dict(
    ALLOWLIST_ATTRS,
    platform = attr.string(
        doc = "The platform to build for. Default: the command line's.",
    ),
    settings = attr.string_dict(
        doc = "Build settings by label; image_transition.bzl says which.",
    ),
)

# The same for a rule whose macro always says for which platform.
PLATFORM_TRANSITION_ATTRS = dict(
    TRANSITION_ATTRS,
    platform = attr.string(
        doc = "The label of the platform to build for.",
        mandatory = True,
    ),
)

def transitioned_program(ctx, target):
    """Makes a target's program that of the rule.

    Args:
      ctx: the rule's.
      target: what the transition gave.

    Returns:
      A DefaultInfo with the program under the rule's own name.
    """
    executable = ctx.actions.declare_file(ctx.label.name)
    ctx.actions.symlink(
        output = executable,
        target_file = target[DefaultInfo].files_to_run.executable,
        is_executable = True,
    )
    return DefaultInfo(
        executable = executable,
        runfiles = target[DefaultInfo].default_runfiles,
    )
