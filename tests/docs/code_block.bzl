# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The code of a document, as a file to compile."""

def code_block(name, out, document, index):
    """Writes one of a document's ```cpp blocks to a file.

    Args:
      name: the target's name.
      out: the file.
      document: a Markdown file.
      index: which of its ```cpp blocks, from 1 on.
    """
    native.genrule(
        name = name,
        srcs = [document],
        outs = [out],
        cmd = ("awk '/^```cpp/ {{ ++n; copy = n == {}; next }} " +
               "/^```/ {{ copy = 0 }} copy' $< > $@ && test -s $@").format(index),
    )
