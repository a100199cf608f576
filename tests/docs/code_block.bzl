# Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0
"""The code of a document, as a file to compile.

    code_block(
        name = "use",
        out = "readme_use.h",
        document = "//:README.md",
        index = 1,
    )

//tests/docs:blocks_test fails for a block that nothing takes, and the package
does not load where nobody uses what was taken.
"""

_TAG = "block="

def code_block(name, out, document, index, language = "cpp"):
    """Writes one block of a document to a file.

    Args:
      name: the target's name.
      out: the file.
      document: a Markdown file of this repository.
      index: which of the document's blocks of that language, from 1 on.
      language: what stands after the block's opening fence.
    """
    path = document[2:].replace(":", "/").lstrip("/")
    native.genrule(
        name = name,
        srcs = [document],
        outs = [out],
        cmd = ("awk '/^```{}$$/ {{ ++n; copy = n == {}; next }} " +
               "/^```/ {{ copy = 0 }} copy' $< > $@ && test -s $@").format(
            language,
            index,
        ),
        tags = ["%s%s %s %d" % (_TAG, path, language, index)],
    )

def _uses(rule, names):
    for value in rule.values():
        for name in names:
            if type(value) in ["list", "tuple"] and ":" + name in value:
                return True
    return False

def code_blocks():
    """Returns what the package's code_block()s take, and who uses it.

    Returns:
      A line `<document> <language> <index>` for each block. Those above the
      call in the BUILD file count.
    """
    rules = native.existing_rules()
    lines = []
    for name, rule in rules.items():
        for tag in rule.get("tags", []):
            if not tag.startswith(_TAG):
                continue
            names = [name] + [out.lstrip(":") for out in rule["outs"]]
            if not [
                other
                for other, user in rules.items()
                if other != name and _uses(user, names)
            ]:
                fail("%s takes a block of a document, and nobody uses it" % name)
            lines.append(tag[len(_TAG):])
    return lines
