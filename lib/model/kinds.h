#pragma once
#include <span>
#include <string_view>

#include "base/type_list.h"

// Which kinds of records there are. What one holds says its header in kinds/.

namespace nastavnik {

struct Kind;
struct Calendar;
struct Mentee;
struct Mentor;
struct Order;
struct Organization;
struct Pair;
struct Person;
struct Practice;
struct Program;
struct Publication;
struct Regulation;
struct SchoolYear;
struct Settings;
struct Waivers;

/// The kinds with a folder of files.
using Kinds = Types<Person, Mentor, Mentee, Pair, Program, Order, SchoolYear, Publication, Practice>;
/// The kinds with one file.
using SingleKinds = Types<Settings, Organization, Regulation, Calendar, Waivers>;

/// What the folder or file of the kind is called, without `.yaml`.
std::string_view stem(const Kind& kind);

std::span<const Kind* const> folder_kinds();
std::span<const Kind* const> single_kinds();

}  // namespace nastavnik
