# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""Repositories out of a folder beside this file, wherever this project is."""

def _stand_in_impl(repository_ctx):
    here = repository_ctx.path(Label("//third_party:BUILD")).dirname
    folder = here.get_child("workspace").get_child(repository_ctx.name)
    repository_ctx.file("WORKSPACE", "workspace(name = \"%s\")\n" %
                                     repository_ctx.name)
    for entry in folder.readdir():
        repository_ctx.symlink(entry, entry.basename)

stand_in = repository_rule(
    implementation = _stand_in_impl,
    doc = "The repository that third_party/workspace holds under this name.",
    local = True,
)
