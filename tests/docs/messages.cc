// Copyright 2026 The percpu Authors. SPDX-License-Identifier: Apache-2.0

#include "tests/docs/messages.h"

#include <regex>

#include "tests/docs/markdown.h"

namespace percpu_tests {
namespace {

/// The source without the lines that are comments, in C++ or in Starlark.
std::string without_comments(const std::string& source) {
  static const std::regex kComment("^\\s*(//|#( |$)).*");
  std::string code;
  for (const std::string& line : lines_of(source)) {
    if (!std::regex_match(line, kComment)) code += line + "\n";
  }
  return code;
}

/// A literal, from its first character on: what it says, and where it ends.
class Literal {
 public:
  Literal(const std::string& code, size_t start, const std::string& quote)
      : end_(start) {
    for (; end_ < code.size(); ++end_) {
      if (code.compare(end_, quote.size(), quote) == 0) {
        end_ += quote.size();
        return;
      }
      if (code[end_] == '\\') {
        ++end_;
        if (code[end_] == '\n') continue;
      }
      text_ += code[end_];
    }
  }

  const std::string& text() const { return text_; }
  size_t end() const { return end_; }

 private:
  std::string text_;
  size_t end_;
};

/// Where the next literal's text starts, if only what joins literals stands
/// before it.
size_t next_literal(const std::string& code, size_t position) {
  const size_t next = code.find_first_not_of(" \n\\+", position);
  const bool is_literal = next != std::string::npos && code[next] == '"';
  return is_literal ? next + 1 : std::string::npos;
}

}  // namespace

std::string generalized(const std::string& message) {
  static const std::regex kVariable("%?\\{[a-z_]*\\}|%[sd]|<[^>]*>");
  const std::string text = std::regex_replace(message, kVariable, "*");
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::set<std::string> messages_in(const std::string& source) {
  static const std::regex kStart("(\"\"\"|\")percpu: |fail\\((\")");
  const std::string code = without_comments(source);
  std::set<std::string> messages;
  auto start = std::sregex_iterator(code.begin(), code.end(), kStart);
  for (; start != std::sregex_iterator(); ++start) {
    const std::smatch& match = *start;
    const int group = match[1].matched ? 1 : 2;
    const std::string quote = match[group].str();
    std::string message;
    for (size_t at = static_cast<size_t>(match.position(group)) + quote.size();
         at != std::string::npos;) {
      const Literal literal(code, at, quote);
      message += literal.text();
      at = next_literal(code, literal.end());
    }
    messages.insert(generalized(message));
  }
  return messages;
}

}  // namespace percpu_tests
