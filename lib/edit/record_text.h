#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "source/change.h"

// Changes of the text of a record that leave every byte they need not change where it is. They know text and places in it,
// and no kind of record.

namespace nastavnik {

/// The keys that stand before a new one; nothing where that is not known: then it comes last.
using EarlierKeys = std::optional<std::span<const std::string_view>>;

/// The text of a record, to be changed piece by piece. What is new follows its neighbours: block or flow, indentation,
/// line ends; comments stay, but for those on lines that go, and right above an item that goes. A change that the form of the text does not allow, or after
/// which it would read otherwise than meant, is not made.
class RecordText {
public:
  explicit RecordText(std::string text);
  ~RecordText();
  RecordText(const RecordText&) = delete;
  RecordText& operator=(const RecordText&) = delete;

  /// Whether there is a record: a mapping, or nothing but comments.
  bool is_read() const;
  const std::string& text() const { return text_; }

  /// Puts the value where the path leads, with what is missing on the way. A new key stands behind the last of `earlier`
  /// that is there; where none is, it comes first. Whether it was done.
  bool set(const NodePath& path, const YamlValue& value, EarlierKeys earlier = std::nullopt);
  /// Puts the item into the list, before the one that has its number now; the list may be empty, or absent: then it stands
  /// as a new key does.
  bool insert(const NodePath& list, std::size_t index, const YamlValue& item, EarlierKeys earlier = std::nullopt);
  /// Takes out what the path leads to, and a mapping or list that has nothing else.
  bool remove(const NodePath& path);
  /// How many items the list has; none where it is absent.
  std::size_t size_of(const NodePath& list) const;

private:
  struct Parsed;
  std::string text_;
  std::unique_ptr<Parsed> parsed_;
  bool take(std::optional<std::string> text, const YamlValue& meant);
};

}  // namespace nastavnik
