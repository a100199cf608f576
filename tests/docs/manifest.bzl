# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Lists that a test of documents reads from its runfiles.

    manifest(name = "pages.txt", files = ["//docs:pages"])
    manifest(name = "quotes.txt", lines = ["docs/names.md cpp 1 names.h"])
"""

def _manifest_impl(ctx):
    output = ctx.actions.declare_file(ctx.label.name)
    lines = ctx.attr.lines + [file.short_path for file in ctx.files.files]
    ctx.actions.write(output, "".join([line + "\n" for line in lines]))
    return [DefaultInfo(
        files = depset([output]),
        runfiles = ctx.runfiles(files = [output] + ctx.files.files),
    )]

manifest = rule(
    implementation = _manifest_impl,
    attrs = {
        "files": attr.label_list(
            doc = "Files, of which the list has the paths in the runfiles.",
            allow_files = True,
        ),
        "lines": attr.string_list(doc = "Lines as they are."),
    },
    doc = "A list as a file, with the files that it names.",
)
