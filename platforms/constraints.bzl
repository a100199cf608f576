# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""A repository that holds the constraint value for loongarch64.

The copy of @platforms that Bazel 4.2.3 carries does not have it, newer ones do.
This rule looks into the copy at hand, so that no BUILD file has to.
"""

_ALIAS = """alias(
    name = "loongarch64",
    actual = "@platforms//cpu:loongarch64",
    visibility = ["//visibility:public"],
)
"""

_VALUE = """constraint_value(
    name = "loongarch64",
    constraint_setting = "@platforms//cpu:cpu",
    visibility = ["//visibility:public"],
)
"""

def _constraints_repository_impl(repository_ctx):
    known = repository_ctx.read(repository_ctx.attr.cpus)
    repository_ctx.file(
        "BUILD",
        _ALIAS if '"loongarch64"' in known else _VALUE,
    )

constraints_repository = repository_rule(
    implementation = _constraints_repository_impl,
    doc = "Aliases @platforms//cpu:loongarch64, or stands in for it.",
    attrs = {
        "cpus": attr.label(
            default = "@platforms//cpu:BUILD",
            doc = "The file that says which CPUs @platforms knows.",
        ),
    },
)
