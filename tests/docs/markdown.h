// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

// A Markdown document as the tests look at it:
//
//   for (const Block& block : blocks_of("README.md"))
//     if (block.language == "sh") check(block.text);

#ifndef PERCPU_TESTS_DOCS_MARKDOWN_H_
#define PERCPU_TESTS_DOCS_MARKDOWN_H_

#include <string>
#include <vector>

namespace percpu_tests {

/// A fenced block of code.
struct Block {
  std::string language;  ///< What stands after the opening fence.
  unsigned index;    ///< Of the document's blocks of that language, from 1 on.
  std::string text;  ///< Its lines, each with its end.
};

/// Returns the file `path` of the runfiles. Fails the test where it is missing
/// or empty.
std::string read_document(const std::string& path);

/// Returns the lines of a text, without their ends.
std::vector<std::string> lines_of(const std::string& text);

/// Returns the blocks of the document at `path`, in their order.
std::vector<Block> blocks_of(const std::string& path);

/// Returns what the document at `path` links to and shows, but for addresses of
/// the web.
std::vector<std::string> links_of(const std::string& path);

/// Returns what the document at `path` has between single backquotes, outside
/// of its blocks.
std::vector<std::string> code_spans_of(const std::string& path);

/// Returns the cells of a line of a table, without the spaces around them;
/// none where the line is no such line.
std::vector<std::string> cells_of(const std::string& line);

}  // namespace percpu_tests

#endif  // PERCPU_TESTS_DOCS_MARKDOWN_H_
