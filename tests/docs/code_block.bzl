# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The code of a document, as a file to compile."""

def code_block(name, out, document, index, language = "cpp"):
    """Writes one of a document's code blocks to a file.

    Args:
      name: the target's name.
      out: the file.
      document: a Markdown file.
      index: which of its blocks of this language, from 1 on.
      language: what stands behind the block's opening fence: "cpp", or "asm"
        and an architecture.
    """
    native.genrule(
        name = name,
        srcs = [document],
        outs = [out],
        cmd = ("awk '$$0 == \"```{}\" {{ ++n; copy = n == {}; next }} " +
               "/^```/ {{ copy = 0 }} copy' $< > $@ && test -s $@").format(
            language,
            index,
        ),
    )
