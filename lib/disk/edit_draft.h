#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace nastavnik {

/// A copy of a record that somebody changes in an editor. It lies in `.nastavnik/draft` of the folder that the record is in,
/// which git leaves alone, and stays there until its record is written.
class EditDraft {
public:
  EditDraft(const std::filesystem::path& folder, const std::string& path);

  const std::filesystem::path& path() const { return path_; }
  /// The record as it was when the draft was begun; nothing where none is.
  std::optional<std::string> begun_from() const;
  /// As it is now; nothing where the editor has left none.
  std::optional<std::string> text() const;
  /// Throws Failure.
  void begin(const std::string& bytes) const;
  void drop() const;

private:
  std::filesystem::path drafts_, path_, base_;
};

/// Takes away every draft of the folder.
void drop_drafts(const std::filesystem::path& folder);

}  // namespace nastavnik
