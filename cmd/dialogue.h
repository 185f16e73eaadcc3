#pragma once
#include <functional>
#include <iosfwd>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "cmd/ask_line.h"
#include "cmd/environment.h"

// One answer can be given anew while the others stand: the questions are gone through again, and what was typed answers
// them, all but the one that is to be mended.

namespace nastavnik::cmd {

/// Thrown where the person wants to mend an answer.
struct ToMend {};

class Dialogue {
public:
  explicit Dialogue(Environment& environment) : environment_(environment) {}

  /// What is shown before the next line is asked for; what was answered already needs none of it.
  std::ostream& out() { return shown_; }
  /// What was typed; nothing where the person has ended the input. Lines are known by their titles.
  std::optional<std::string> line(std::string_view title, AskedLine asked);
  /// What was typed last answers nothing when the questions are gone through again.
  void forget_last();
  /// The same of a word that would not do.
  void forget(std::string_view word);

  /// Whether something was typed for the question when the questions were gone through before.
  bool has_answer(std::string_view question) const { return !typed_for(std::string(question)).empty(); }
  /// The question that is put takes what was suggested.
  void take(std::string suggested);

  /// Lines that are asked while it lives answer one question.
  class Inside {
  public:
    /// Where one adds to what was answered, only what came last is answered anew.
    Inside(Dialogue& dialogue, std::string key, const Words& title, bool adds = false);
    ~Inside() { --dialogue_.depth_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

  private:
    Dialogue& dialogue_;
  };

  bool has_answers() const { return !questions_.empty(); }
  /// Whether the questions are gone through once more.
  bool is_again() const { return is_again_; }
  /// Asks which answer is to be mended, and begins again; false where none is.
  bool mend();
  /// Everything that is to be shown was said.
  void end();

private:
  struct Line {
    std::string key{};  ///< of its question, and its title
    std::string typed{};
    bool is_end = false;
    bool is_told = false;  ///< this time
  };
  struct Question {
    std::string key{};
    Words title{};
    bool adds = false;
    std::string taken{};  ///< what was suggested, where that was taken
  };

  std::string typed_for(const std::string& key) const;
  Words shown(const Question& question) const;
  void offer_questions() const;
  std::optional<std::size_t> question_meant(const std::string& word) const;
  void drop(const Question& question);
  void begin_again();

  Environment& environment_;
  std::ostringstream shown_{};
  std::vector<Line> lines_{};
  std::vector<Question> questions_{};  ///< in the order in which they were put
  std::string key_{};                  ///< of the question that is put
  std::size_t depth_ = 0;
  bool is_again_ = false;
  bool is_known_ = false;  ///< the line before was answered already
};

}  // namespace nastavnik::cmd
