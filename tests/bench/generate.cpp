// Writes a registry of any size: the base `pair` with its pair, programme, mentor and mentee repeated under other ids
// and names. `generate TESTS/base/pair TARGET RECORDS [SHAPE]`; a shape puts one record in the middle of all others.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace fs = std::filesystem;

namespace {

constexpr std::array surnames{"Абрамова", "Белова", "Волкова", "Громова",  "Дёмина",  "Ежова",    "Жарова",  "Зимина",
                              "Исаева",   "Котова", "Лосева",  "Миронова", "Носова",  "Орлова",   "Панова",  "Рогова",
                              "Седова",   "Титова", "Ушакова", "Фомина",   "Хохлова", "Цветкова", "Чернова", "Шилова",
                              "Щукина",   "Юдина",  "Яшина",   "Быкова",   "Гусева",  "Зуева"};
constexpr std::array names{"Анна",  "Вера",     "Галина", "Дарья",  "Елена", "Жанна", "Зоя",
                           "Ирина", "Ксения",   "Лариса", "Мария",  "Нина",  "Ольга", "Полина",
                           "Раиса", "Светлана", "Тамара", "Ульяна", "Фаина", "Юлия"};
constexpr std::array patronymics{"Андреевна",  "Борисовна",  "Викторовна", "Григорьевна", "Дмитриевна",
                                 "Егоровна",   "Захаровна",  "Игоревна",   "Кирилловна",  "Львовна",
                                 "Максимовна", "Николаевна", "Олеговна",   "Павловна",    "Романовна",
                                 "Сергеевна",  "Тимуровна",  "Фёдоровна",  "Юрьевна",     "Яковлевна"};

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// A name for each number; after 12 000 of them the year of birth tells people apart.
std::string name_of(std::size_t number) {
  return fmt::format("{} {} {}", surnames[number % surnames.size()], names[number / surnames.size() % names.size()],
                     patronymics[number / surnames.size() / names.size() % patronymics.size()]);
}

void replace_line(std::string& text, std::string_view key, const std::string& line) {
  const std::size_t begin = text.find(key);
  text.replace(begin, text.find('\n', begin) - begin, line);
}

/// What all pairs share. An order they share at all times.
struct Shape {
  std::string_view name;
  bool mentor = false, mentee = false, pair = false;
  bool consents = false;  ///< one person has given consent again and again
};

constexpr std::array shapes{Shape{.name = "plain"},
                            Shape{.name = "one-mentor", .mentor = true},
                            Shape{.name = "one-mentee", .mentee = true},
                            Shape{.name = "one-couple", .mentor = true, .mentee = true},
                            Shape{.name = "one-pair", .mentor = true, .mentee = true, .pair = true},
                            Shape{.name = "one-person", .consents = true}};

/// One pair with all its files.
class Unit {
public:
  Unit(fs::path base, fs::path target, const Shape& shape, std::size_t number)
      : base_(std::move(base)),
        target_(std::move(target)),
        number_(number),
        mentor_(fmt::format("p-1{:06}", shape.mentor ? 0 : number)),
        mentee_(fmt::format("p-2{:06}", shape.mentee ? 0 : number)),
        pair_(fmt::format("2025-1{:06}", shape.pair ? 0 : number)),
        id_(fmt::format("2025-1{:06}", number)) {}

  void write() const {
    copy("mentors/p-017.yaml", "mentors/" + mentor_);
    copy("mentees/p-031.yaml", "mentees/" + mentee_, support());
    copy("pairs/2025-003.yaml", "pairs/" + pair_, meetings());
    copy("programs/2025-003.yaml", "programs/" + id_, course());
    copy_person("people/p-017.yaml", mentor_, 2 * number_, 1965);
    copy_person("people/p-031.yaml", mentee_, 2 * number_ + 1, 1995);
  }
  const std::string& id() const { return id_; }

private:
  void copy(const std::string& from, const std::string& to, const std::string& more = {}) const {
    std::string text = slurp(base_ / from) + more;
    replace_all(text, "p-017", mentor_);
    replace_all(text, "p-031", mentee_);
    replace_all(text, "2025-003", pair_);
    std::ofstream(target_ / (to + ".yaml"), std::ios::binary) << text;
  }
  void copy_person(const std::string& from, const std::string& id, std::size_t number, int born) const {
    std::string text = slurp(base_ / from);
    replace_line(text, "full_name:", "full_name: " + name_of(number));
    replace_line(text, "birth_year:", fmt::format("birth_year: {}", born + static_cast<int>(number / 12000)));
    std::ofstream(target_ / ("people/" + id + ".yaml"), std::ios::binary) << text;
  }
  static std::string meetings() {
    return "meetings:\n"
           "  - {date: 2025-09-03, kind: traditional, duration: 45, topic: План урока по минутам}\n"
           "  - {date: 2025-09-08, kind: traditional, duration: 40, topic: Разбор посещённого урока}\n"
           "  - {date: 2025-09-10, kind: traditional, duration: 30, topic: Как спрашивать весь класс}\n";
  }
  // As much as a school really writes: the mean file of examples/school has about 1000 bytes.
  static std::string support() {
    return "contests:\n"
           "  - date: 2025-09-08\n"
           "    title: Областной конкурс «Педагогический дебют»\n"
           "    level: regional\n"
           "    recommended_by: p-017\n"
           "    result: заявка принята, выступление назначено на ноябрь\n";
  }
  static std::string course() {
    return "title: Первый год в школе\n"
           "approved: {date: 2025-09-01, person: p-001}\n"
           "expected_results:\n"
           "  - Урок укладывается в план, ученики заняты всё время урока\n"
           "  - Есть папка с разработками уроков первой четверти и заданиями к ним\n"
           "  - Родители учеников знают, чему и как учат детей в этом году\n"
           "curator_checks:\n"
           "  - date: 2025-09-10\n"
           "    finding: Мероприятия идут по плану, посещено четыре урока, замечания разобраны с наставником.\n"
           "    action: Проверить в октябре, как изменилась дисциплина в начале урока.\n"
           "proposals:\n"
           "  - date: 2025-09-09\n"
           "    made_by: p-031\n"
           "    text: Добавить посещение уроков физики и химии, чтобы согласовать обозначения.\n"
           "    answer:\n"
           "      date: 2025-09-11\n"
           "      text: Согласовано, уроки назначены на вторую и третью недели сентября.\n";
  }

  fs::path base_, target_;
  std::size_t number_;
  std::string mentor_, mentee_, pair_, id_;
};

/// Consent upon consent of one person.
void add_consents(const fs::path& person, std::size_t count) {
  std::ofstream out(person, std::ios::binary | std::ios::app);
  for (std::size_t i = 0; i < count; ++i)
    out << "  - {kinds: [pd_processing, pd_dissemination], given_on: 2025-08-29, form: paper}\n";
}

/// The pages of the site that show the programmes: clause 21 wants each of them there.
void write_pages(const fs::path& target, const std::vector<std::string>& programs) {
  constexpr std::size_t on_a_page = 100;
  for (std::size_t i = 0; i < programs.size(); i += on_a_page) {
    std::string text = fmt::format(
        "kinds: [running_programs]\nurl: https://shkola.example.ru/nastavnichestvo/{}\nchannel: site\npublished_on: 2025-09-01\nprograms:\n",
        i);
    for (std::size_t k = i; k < std::min(programs.size(), i + on_a_page); ++k)
      text += fmt::format("  - program: {}\n", programs[k]);
    std::ofstream(target / fmt::format("publications/page-{}.yaml", i), std::ios::binary) << text;
  }
}

const Shape* find_shape(std::string_view name) {
  const auto found = std::find_if(shapes.begin(), shapes.end(), [&](const Shape& shape) { return shape.name == name; });
  return found == shapes.end() ? nullptr : &*found;
}

}  // namespace

int main(int count, char** words) {
  const Shape* shape = count > 4 ? find_shape(words[4]) : &shapes.front();
  if (count < 4 || count > 5 || !shape) {
    std::cerr << "generate BASE TARGET RECORDS [one-mentor|one-mentee|one-couple|one-pair|one-person]\n";
    return 2;
  }
  const fs::path base = words[1], target = words[2];
  if (fs::exists(target)) {
    std::cerr << target << " is there already\n";
    return 2;
  }
  fs::copy(base, target, fs::copy_options::recursive);
  const std::size_t units = std::strtoul(words[3], nullptr, 10) / 6;
  std::vector<std::string> programs;
  for (std::size_t i = 0; i < (shape->consents ? 1 : units); ++i) {
    const Unit unit(base, target, *shape, i);
    unit.write();
    programs.push_back(unit.id());
  }
  if (shape->consents) add_consents(target / "people/p-2000000.yaml", units);
  write_pages(target, programs);
}
