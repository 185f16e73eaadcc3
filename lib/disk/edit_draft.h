#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/descriptor.h"

namespace nastavnik {

/// A copy of a record that somebody changes in an editor. It lies in `.nastavnik/draft` of the folder that the record is in,
/// which git leaves alone, and stays there until its record is written. Who holds it is alone with it, until the end of the
/// program at the latest.
class EditDraft {
public:
  EditDraft(const std::filesystem::path& folder, const std::string& path);
  ~EditDraft();
  EditDraft(const EditDraft&) = delete;
  EditDraft& operator=(const EditDraft&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// False where somebody else holds it. Throws Failure where there is no place for it.
  bool hold();
  /// The record as it was when the draft was begun; nothing where none is.
  std::optional<std::string> begun_from() const;
  /// As it is now; nothing where the editor has left none.
  std::optional<std::string> text() const;
  /// Of a draft that is held. Throws Failure.
  void begin(const std::string& bytes) const;
  void drop();

private:
  void let_go();

  std::filesystem::path drafts_, path_, base_, lock_;
  Descriptor held_{-1};
};

/// Takes away every draft of the folder.
void drop_drafts(const std::filesystem::path& folder);

}  // namespace nastavnik
