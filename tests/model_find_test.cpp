#include <map>
#include <utility>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/name_stem.h"
#include "model/find.h"
#include "model/load.h"
#include "tests/memory_tree.h"

using namespace nastavnik;

namespace {

using Names = std::vector<std::pair<std::string, std::string>>;  ///< id and full name

/// People with these names, and some records.
class School {
public:
  explicit School(const Names& names, bool seen = true) {
    tree_.put("nastavnik.yaml", "format: 1\n");
    tree_.put("organization.yaml", "full_name: Школа\n");
    for (const auto& [id, name] : names) {
      if (seen) tree_.put("people/" + id + ".yaml", "full_name: " + name + "\n");
      addresses_.push_back("people/" + id);
    }
    loaded_ = load({.tree = tree_, .today = Date(2025, 9, 15)});
  }

  void add(const std::string& address) { addresses_.push_back(address); }
  Meant meant(std::string_view word, bool person_once = true) const {
    return find(word, {.addresses = addresses_, .people = people(), .person_once = person_once});
  }
  /// Addresses with commas between; after a question mark the nearest.
  std::string found(std::string_view word, bool person_once = true) const {
    const Meant meant = this->meant(word, person_once);
    if (!meant.records.empty()) return fmt::format("{}", fmt::join(meant.records, ", "));
    return meant.near.empty() ? "" : "? " + meant.near;
  }
  const Table<Person>& people() const { return loaded_->registry.all<Person>(); }

private:
  MemoryTree tree_;
  std::vector<std::string> addresses_;
  std::unique_ptr<Loaded> loaded_;
};

School school_of_records() {
  School school({{"p-017", "Соколова Мария Павловна"}, {"p-031", "Ким Денис Романович"}});
  for (const char* address : {"mentees/p-031", "mentors/p-017", "organization", "orders/2025-98-od", "pairs/2025-003",
                              "programs/2025-003", "programs/2025-418823"})
    school.add(address);
  return school;
}

}  // namespace

TEST_CASE("a person is found by every name that the records tell") {
  const School school(
      {{"p-017", "Соколова Мария Павловна\nformer_names:\n  - {full_name: Белова Мария Павловна, to: 2020-06-18}"},
       {"p-031", "Белова Анна Романовна"}});
  CHECK(school.found("соколову") == "people/p-017");
  CHECK(school.found("беловой марии") == "people/p-017");
  CHECK(school.found("белова") == "people/p-017, people/p-031");
  CHECK(school.found("Мария Павловна") == "people/p-017");
}

TEST_CASE("a record is found by its address") {
  const School school = school_of_records();
  CHECK(school.found("programs/2025-003") == "programs/2025-003");
  CHECK(school.found("./programs/2025-003.yaml") == "programs/2025-003");
  CHECK(school.found("programs/2025-003.yaml") == "programs/2025-003");
  CHECK(school.found("organization") == "organization");
  CHECK(school.found("organization.yaml") == "organization");
  CHECK(school.found("зкщпкфьы/2025-003") == "programs/2025-003");
  CHECK(school.found("") == "");
  CHECK(school.found("/") == "");
  CHECK(school.found("programs/") == "");
}

TEST_CASE("a record is found by its id where only one has it") {
  const School school = school_of_records();
  CHECK(school.found("2025-418823") == "programs/2025-418823");
  CHECK(school.found("2025-98-od") == "orders/2025-98-od");
  CHECK(school.found("2025-98-щв") == "orders/2025-98-od");
  CHECK(school.found("2025-003") == "pairs/2025-003, programs/2025-003");
  CHECK(school.found("2025") == "");
  CHECK(school.found("003") == "");
}

TEST_CASE("the folders of a person are one where a person is meant, and else apart") {
  const School school = school_of_records();
  CHECK(school.found("mentors/p-017", false) == "mentors/p-017");
  CHECK(school.found("people/p-017", false) == "people/p-017");
  CHECK(school.found("mentees/p-017", false) == "");
  CHECK(school.found("p-017", false) == "people/p-017, mentors/p-017");
  const School people(Names{{"p-017", "Соколова Мария Павловна"}});
  CHECK(people.found("mentors/p-017") == "people/p-017");
  CHECK(people.found("mentees/p-017.yaml") == "people/p-017");
  CHECK(people.found("p-017") == "people/p-017");
  CHECK(people.found("з-017") == "people/p-017");
  CHECK(people.found("pairs/p-017") == "? people/p-017");
}

TEST_CASE("a name leads to every record that has the id of the person") {
  const School school = school_of_records();
  CHECK(school.found("Соколова", false) == "people/p-017, mentors/p-017");
  CHECK(school.found("Ким", false) == "people/p-031, mentees/p-031");
}

TEST_CASE("a surname is found in any case, of men and women apart") {
  const School school({{"p-001", "Иванов Пётр Ильич"},
                       {"p-002", "Соколовская Анна Юрьевна"},
                       {"p-003", "Шевченко Юрий Львович"},
                       {"p-004", "Кравец Павел Андреевич"},
                       {"p-005", "Ким Любовь Игоревна"},
                       {"p-006", "Третьякова Нина Фёдоровна"}});
  for (const char* word : {"Иванов", "Иванова", "Иванову", "Ивановым", "Иванове", "иванов", "ИВАНОВ"}) {
    INFO(word);
    CHECK(school.found(word) == "people/p-001");
  }
  for (const char* word : {"Соколовская", "Соколовской", "Соколовскую", "Соколовскою"}) {
    INFO(word);
    CHECK(school.found(word) == "people/p-002");
  }
  CHECK(school.found("Соколовский") == "? people/p-002");
  CHECK(school.found("Ивановой") == "? people/p-001");
  for (const char* word : {"Шевченко", "Юрия", "Юрию Львовичу"}) CHECK(school.found(word) == "people/p-003");
  for (const char* word : {"Кравец", "Кравца", "Кравцу", "Кравцом", "Павла", "Павлу"})
    CHECK(school.found(word) == "people/p-004");
  for (const char* word : {"Ким", "Любовь", "Любови", "Любовью"}) CHECK(school.found(word) == "people/p-005");
  for (const char* word : {"Третьякова", "Третьяковой", "Третьякову", "Нину Фёдоровну", "Фёдоровне"})
    CHECK(school.found(word) == "people/p-006");
}

TEST_CASE("whole words outrank forms of a name, and these parts of a word") {
  const School school({{"p-001", "Иванов Пётр Ильич"},
                       {"p-002", "Иванова Анна Юрьевна"},
                       {"p-003", "Иваненко Олег Львович"},
                       {"p-004", "Петрова Мария Ивановна"}});
  CHECK(school.found("Иванов") == "people/p-001");
  CHECK(school.found("Иванова") == "people/p-002");
  CHECK(school.found("Ивановым") == "people/p-001");
  CHECK(school.found("Ивановой") == "people/p-002");
  CHECK(school.found("Иванову") == "people/p-001, people/p-002");
  CHECK(school.found("Ивановна") == "people/p-004");
  CHECK(school.found("Иван") == "people/p-001, people/p-002, people/p-003, people/p-004");
  CHECK(school.found("Иванен") == "people/p-003");
  CHECK(school.found("Ива") == "people/p-001, people/p-002, people/p-003, people/p-004");
  CHECK(school.found("ван") == "");
  CHECK(school.found("в") == "");
}

TEST_CASE("several people of one name are told apart by more of it") {
  const School school(
      {{"p-001", "Смирнова Анна Юрьевна"}, {"p-002", "Смирнова Ольга Ильинична"}, {"p-003", "Смирнова Анна Львовна"}});
  CHECK(school.found("Смирнова") == "people/p-001, people/p-002, people/p-003");
  CHECK(school.found("Смирновой Ольге") == "people/p-002");
  CHECK(school.found("Ольга Смирнова") == "people/p-002");
  CHECK(school.found("Смирнова А. Л.") == "people/p-003");
  CHECK(school.found("А. Ю. Смирновой") == "people/p-001");
  CHECK(school.found("А.Смирнова") == "people/p-001, people/p-003");
  CHECK(school.found("Смирнова Анна Львовна") == "people/p-003");
  CHECK(school.found("Смирнова Пётр") == "");
  CHECK(school.found("Анна Анна") == "");
  CHECK(school.found("А. Л.") == "");
}

TEST_CASE("double surnames and given names") {
  const School school({{"p-001", "Петрова-Водкина Анна-Мария Юрьевна"},
                       {"p-002", "Бонч-Бруевич Пётр Ильич"},
                       {"p-003", "Водкина Ольга Львовна"}});
  for (const char* word :
       {"Петрова-Водкина", "Петровой-Водкиной", "Петрову-Водкину", "Петровой", "Анну-Марию", "Марии"}) {
    INFO(word);
    CHECK(school.found(word) == "people/p-001");
  }
  for (const char* word : {"Бонч-Бруевич", "Бонч-Бруевича", "Бруевичу"}) CHECK(school.found(word) == "people/p-002");
  CHECK(school.found("Водкина") == "people/p-003");
  CHECK(school.found("Водкиной") == "people/p-001, people/p-003");
}

TEST_CASE("ё is е, and either layout of the keyboard will do") {
  const School school({{"p-001", "Семёнова Алёна Эдуардовна"}, {"p-002", "Хохлов Егор Юрьевич"}});
  for (const char* word : {"Семенова", "семёнова", "Алена", "Ctv`yjdf", "ctvtyjdf", "Ctv`yjdjq", "F."})
    CHECK_MESSAGE(school.found(word) == (word[1] == '.' ? "" : "people/p-001"), word);
  for (const char* word : {"{j[kjd", "[j[kjdf", "tujh"}) CHECK_MESSAGE(school.found(word) == "people/p-002", word);
}

TEST_CASE("what is nowhere is told with what may have been mistyped") {
  const School school = school_of_records();
  CHECK(school.found("programs/2025-030") == "? programs/2025-003");
  CHECK(school.found("program/2025-003") == "? programs/2025-003");
  CHECK(school.found("programs/2025-418832") == "? programs/2025-418823");
  CHECK(school.found("orders/2025-418823") == "? programs/2025-418823");
  CHECK(school.found("parirs/2025-003") == "? pairs/2025-003");
  CHECK(school.found("programmes/2025-003") == "? programs/2025-003");
  CHECK(school.found("plans/2025-003") == "");  // of the pair or of the programme?
  CHECK(school.found("pairs/2025-004") == "");
  CHECK(school.found("2025-418832") == "? 2025-418823");
  CHECK(school.found("Сокалова") == "? mentors/p-017");
  CHECK(school.found("Иванова") == "");
  CHECK(school.found("programs/2099-777777") == "");
  CHECK_FALSE(school.meant("Иванова").unseen);
  const School two({{"p-001", "Смирнова Анна Юрьевна"}, {"p-002", "Смирнова Ольга Ильинична"}});
  CHECK(two.found("Смернова") == "");  // which of the two?
}

TEST_CASE("while people/ is out of sight, ids will do and names are unknown") {
  School school(Names{{"p-017", "Соколова Мария Павловна"}}, false);
  school.add("pairs/2025-003");
  CHECK(school.found("p-017") == "people/p-017");
  CHECK(school.found("mentors/p-017") == "people/p-017");
  CHECK(school.meant("Соколова").records.empty());
  CHECK(school.meant("Соколова").unseen);
  CHECK_FALSE(school.meant("2025-004").unseen);
  CHECK_FALSE(school.meant("pairs/нет").unseen);
  CHECK(find_person("p-099", school.people()).records == std::vector<std::string>{"people/p-099"});
  CHECK(find_person("mentors/p-099", school.people()).records == std::vector<std::string>{"people/p-099"});
  CHECK(find_person("Соколова", school.people()).unseen);
}

TEST_CASE("a person is one of people/ where that is seen") {
  const School school = school_of_records();
  CHECK(find_person("p-017", school.people()).records == std::vector<std::string>{"people/p-017"});
  CHECK(find_person("Соколовой", school.people()).records == std::vector<std::string>{"people/p-017"});
  CHECK(find_person("p-018", school.people()).records.empty());
  CHECK(find_person("pairs/2025-003", school.people()).records.empty());
}

TEST_CASE("an order is found by the number on its paper") {
  MemoryTree tree;
  tree.put("nastavnik.yaml", "format: 1\n");
  const auto put = [&](const char* id, const char* number) {
    tree.put(fmt::format("orders/{}.yaml", id),
             fmt::format("number: {}\ndate: 2025-09-01\ntitle: О паре\nkinds: [assign_pairs]\n", number));
  };
  put("2025-83-od", "83-од");
  put("2024-83-od", "83-ОД");
  put("2025-43-1", "43/1");
  const auto loaded = load({.tree = tree, .today = Date(2025, 9, 15)});
  const std::vector<std::string> addresses{"orders/2024-83-od", "orders/2025-43-1", "orders/2025-83-od"};
  const Among among{
      .addresses = addresses, .people = loaded->registry.all<Person>(), .orders = &loaded->registry.all<Order>()};
  const std::vector<std::string> both{"orders/2024-83-od", "orders/2025-83-od"};
  CHECK(find("83-од", among).records == both);
  CHECK(find("№ 83-Од", among).records == both);
  CHECK(find("83-od", among).records == both);
  CHECK(find("83-jl", among).records == both);
  CHECK(find("43/1", among).records == std::vector<std::string>{"orders/2025-43-1"});
  CHECK(find("№", among).records.empty());
  CHECK(find("84-од", among).records.empty());
}
