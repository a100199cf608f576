# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""What stands where a tool would, on a machine without it.

    missing_tool(name = "filecheck", message = "percpu: install it")

Only a target that depends on it fails, and says the message.
"""

def _missing_tool_impl(ctx):
    fail(ctx.attr.message)

missing_tool = rule(
    implementation = _missing_tool_impl,
    attrs = {
        "message": attr.string(
            doc = "What to do about it.",
            mandatory = True,
        ),
    },
    doc = "Fails every target that depends on it.",
    executable = True,
)
