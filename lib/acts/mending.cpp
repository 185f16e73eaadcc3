#include "acts/mending.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "acts/changed_files.h"
#include "rules/catalogue.h"
#include "source/overlaid.h"

namespace nastavnik {
namespace {

/// Edits of one file that do not meet.
class Edits {
public:
  /// Takes all or none.
  bool take(const std::vector<ReplaceBytes>& edits) {
    const auto meets = [&](const ReplaceBytes& edit) {
      return std::any_of(taken_.begin(), taken_.end(), [&](const ReplaceBytes& other) {
        return edit.begin == other.begin || (edit.begin < other.end && other.begin < edit.end);
      });
    };
    if (std::any_of(edits.begin(), edits.end(), meets)) return false;
    taken_.insert(taken_.end(), edits.begin(), edits.end());
    return true;
  }

private:
  std::vector<ReplaceBytes> taken_;
};

/// The registry as it would be after the passes so far.
class Mending {
public:
  Mending(const LoadRequest& request, const Loaded& loaded) : request_(request), loaded_(&loaded) {}

  /// One pass over the findings; whether something was mended.
  bool pass(bool unsafe, const std::function<bool(const Sources&, const Finding&)>& takes) {
    const Outcome outcome = check(*loaded_, {.jobs = request_.jobs});
    std::map<std::string, Edits> edits;
    Changes changes;
    std::size_t mended = 0;
    doubtful_ = 0;
    for (const Finding& finding : outcome.findings) {
      if (!finding.fix || !takes(loaded_->sources, finding)) continue;
      if (!finding.fix->safe && !unsafe) {
        ++doubtful_;
        continue;
      }
      const std::string path(loaded_->sources.path(finding.span));
      if (!changes_something(finding) || !edits[path].take(finding.fix->edits)) continue;
      for (const ReplaceBytes& edit : finding.fix->edits) changes.push_back({path, edit});
      ++mended;
    }
    mended_ += mended;
    return mended != 0 && read_again(changes);
  }

  Mended result() const {
    Mended result{.mended = mended_, .doubtful = doubtful_};
    for (const auto& [path, bytes] : files_) result.changes.push_back({path, WholeFile{bytes}});
    return result;
  }

private:
  bool changes_something(const Finding& finding) const {
    const std::string_view text = loaded_->sources[finding.span.source].text;
    return std::any_of(finding.fix->edits.begin(), finding.fix->edits.end(), [&](const ReplaceBytes& edit) {
      return text.substr(edit.begin, edit.end - edit.begin) != edit.bytes;
    });
  }

  bool read_again(const Changes& changes) {
    const Tree& tree = overlay_ ? *overlay_ : request_.tree;
    for (ChangedFile& file : edited(tree, *loaded_, changes).files) files_[file.path] = std::move(file.after);
    overlay_ = std::make_unique<OverlaidTree>(request_.tree, files_);
    if (request_.people)
      people_ = std::make_unique<OverlaidTree>(*request_.people, below(loaded_->sources.personal_folder(), files_));
    read_ = load({.tree = *overlay_,
                  .people = people_.get(),
                  .today = request_.today,
                  .as_of = request_.as_of,
                  .jobs = request_.jobs,
                  .earlier = request_.earlier});
    loaded_ = read_.get();
    return true;
  }

  const LoadRequest& request_;
  const Loaded* loaded_;
  FilesLaidOver files_{};
  std::unique_ptr<Tree> overlay_{}, people_{};
  std::unique_ptr<Loaded> read_{};
  std::size_t mended_ = 0, doubtful_ = 0;
};

}  // namespace

Mended mend(const LoadRequest& request, const Loaded& loaded, bool unsafe,
            const std::function<bool(const Sources&, const Finding&)>& takes) {
  constexpr int most_passes = 5;  // a mended key shows its value, and that its items
  Mending mending(request, loaded);
  for (int pass = 0; pass < most_passes && mending.pass(unsafe, takes); ++pass) {}
  return mending.result();
}

}  // namespace nastavnik
