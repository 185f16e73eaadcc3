#pragma once
#include <stdexcept>

#include "base/words.h"

namespace nastavnik {

/// The world is not as it must be: bytes that cannot be had or kept. Caught once, by the program.
class Failure : public std::runtime_error {
public:
  explicit Failure(Words words) : std::runtime_error(words.en), words_(std::move(words)) {}
  const Words& words() const { return words_; }

private:
  Words words_;
};

}  // namespace nastavnik
