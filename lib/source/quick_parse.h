#pragma once
#include <string_view>

namespace nastavnik {

class Builder;

/// Reads the YAML that records are nearly always written in, many times as fast as the library: maps and lists of one
/// entry a line, texts of one line, brackets closed on their line, comments. False when anything else stands there, be
/// it right or wrong; then what the builder has made is worth nothing and the library is to be asked.
bool read_quickly(Builder& builder, std::string_view text);

}  // namespace nastavnik
