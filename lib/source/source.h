#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace nastavnik {

/// Where a byte of a file stands: its line, from one, where that begins, and the characters of the line before the byte.
struct Mark {
  std::uint32_t line = 1;
  std::size_t line_begin = 0;
  std::uint32_t characters = 0;
};

/// One file of a registry: its path from the registry's root and its bytes, which never move.
struct Source {
  std::string path;
  std::string_view text{};
  std::vector<Mark>
      marks{};  ///< of a long file, at equal distances, so that a place in it is found without reading it all
};

/// Puts the marks on a text that is now whole.
void mark_places(Source& source);

/// Where a span begins and how far it reaches, as a person counts: from one, in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;  ///< the column after the last character
};

/// The files of one run, in the order of their paths.
class Sources {
public:
  std::uint32_t add(std::string path) {
    sources_.push_back({std::move(path)});
    return static_cast<std::uint32_t>(sources_.size() - 1);
  }
  Source& operator[](std::uint32_t index) { return sources_[index]; }
  const Source& operator[](std::uint32_t index) const { return sources_[index]; }
  std::size_t size() const { return sources_.size(); }

  std::string_view path(Span span) const { return sources_[span.source].path; }
  /// The folder whose values are nobody's business: names and contacts live there alone.
  void set_personal_folder(std::string_view folder) { personal_ = std::string(folder) + "/"; }
  bool is_personal(Span span) const { return path(span).starts_with(personal_); }
  /// The same folder, with a slash behind it.
  const std::string& personal_folder() const { return personal_; }
  /// The raw bytes of the span.
  std::string_view text(Span span) const { return sources_[span.source].text.substr(span.begin, span.size); }
  Position position(Span span) const;
  /// The whole line in which the span begins, without its line break.
  std::string_view line(Span span) const;

private:
  std::deque<Source> sources_;
  std::string personal_ = "people/";
};

}  // namespace nastavnik
