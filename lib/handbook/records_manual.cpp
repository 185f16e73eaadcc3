#include "handbook/records_manual.h"

#include "handbook/remarks.h"
#include "handbook/roff.h"
#include "model/kinds/codes.h"

namespace nastavnik {
namespace {

constexpr Text summary{"записи реестра наставничества: виды, поля и коды",
                       "records of a registry of mentoring: kinds, fields and codes"};

constexpr Text description{
    "Реестр — папка, в которой лежит файл nastavnik.yaml. Одна запись — один файл YAML в кодировке UTF-8. Папка говорит, "
    "какого вида запись, имя файла — её номер; внутри файла они не повторяются. Ключи и коды пишутся латиницей, тексты — "
    "по-русски. Порядок ключей любой.\n\n"
    "Чего нет, о том и ключ не пишут: пустых значений, пустых списков и null в записях не бывает. Запись "
    "a[].b значит: поле b каждого пункта списка a; a.b — поле b внутри a. Список или набор полей "
    "либо есть, либо его нет целиком; «обязательно» внутри него значит «обязательно, если он есть».\n\n"
    "Имена и контакты пишутся только в people/, в остальных записях вместо человека стоит номер. Решение ссылается на приказ, а не "
    "приказ на тех, о ком он: приказ записывают один раз, при подписании, и больше не правят.\n\n"
    "Состояний в записях нет: идёт ли программа, действует ли согласие, видно по датам. Период включает оба своих края; "
    "если последнего дня нет, он открыт. То, что уже случилось, не может быть позже сегодняшнего дня; начала, окончания "
    "и сроки могут лежать впереди.\n\n"
    "Свои ключи начинаются с x- и стоят в любом наборе полей; они хранятся и ни на что не влияют. Якорей, ссылок, тегов "
    "и нескольких документов YAML в одном файле быть не должно.",
    "A registry is a folder with the file nastavnik.yaml in it. A record is one YAML file in UTF-8. The folder says the "
    "kind of the record, the name of the file its id; neither is repeated inside. Keys and codes are English, texts "
    "Russian. Keys stand in any order.\n\n"
    "What is not there has no key: there are no empty values, empty lists or nulls. a[].b is the "
    "field b of every item of the list a; a.b is the field b inside a. A list or a "
    "mapping is there as a whole or not at all; “required” inside it means “required once it is there”.\n\n"
    "Names and contacts stand in people/ alone, elsewhere a person is an id. A decision names its order, never the order "
    "those whom it is about: an order is written once, when it is signed, and never edited.\n\n"
    "No states are stored: whether a programme runs or a consent is valid follows from the dates. A period includes both "
    "its ends; without a last day it is open. What has happened cannot be later than today; beginnings, ends and due dates "
    "may lie ahead.\n\n"
    "Keys of one's own begin with x- and may stand in any mapping; they are kept and change nothing. Anchors, aliases, tags "
    "and several YAML documents in one file are faults."};

struct Written {
  Text name;
  Text how;
};

constexpr Written ways_to_write[] = {
    {{"дата", "date"},
     {"ГГГГ-ММ-ДД, день из календаря, с 1900-01-01 по 2100-12-31.",
      "YYYY-MM-DD, a day of the calendar from 1900-01-01 to 2100-12-31."}},
    {{"время", "time"},
     {"ЧЧ:ММ, от 00:00 до 23:59, в кавычках: \"09:30\".", "HH:MM, from 00:00 to 23:59, in quotes: \"09:30\"."}},
    {{"строка, текст", "line, text"},
     {"Без пробелов в начале и в конце и без управляющих символов, буквы в форме NFC. Строка — до 300 знаков; текст — до 20000, в "
      "нём могут быть переводы строк. Значение берётся как записано: номер 43, 012 или no — текст; в кавычках его так же "
      "прочтут и другие программы.",
      "No white space at the ends, no control characters, letters in NFC. A line has up to 300 characters; a text up to "
      "20000, and may have line breaks. Values are taken as written: a number 43, 012 or no is a text; in quotes other "
      "programs read it so too."}},
    {{"число, true, false", "number, true, false"},
     {"Без кавычек; число одними цифрами.", "Without quotes; a number in digits only."}},
    {{"код", "code"},
     {"Из перечня. Там, где в перечне есть other, рядом с ним обязательно пояснение в поле с окончанием _note.",
      "One of its enumeration. Where that has other, other must be explained in the field that ends in _note."}},
};

/// A title as a heading that begins with the key: `programs/ID.yaml — персонализированная программа`.
std::string heading(std::string_view key, std::string_view title) { return fmt::format("{} — {}", key, title); }

std::string file_of(const Kind& kind, Language language) {
  if (kind.single()) return std::string(kind.folder);
  return fmt::format("{}/{}.yaml", kind.folder, Text{"НОМЕР", "ID"}.in(language));
}

class Page {
public:
  explicit Page(Language language) : language_(language) {}

  std::string ways() const {
    std::string roff;
    for (const Written& way : ways_to_write) roff += roff::tagged(say(way.name), way.how.in(language_));
    return roff;
  }

  std::string kind(const KindShape& tree) const {
    const Kind& kind = *tree.kind;
    std::string roff = roff::subsection(heading(file_of(kind, language_), kind.title.in(language_)));
    std::string about = fmt::format("{}.", kind.description.in(language_));
    if (!kind.single()) {
      about += fmt::format(" {}: {}.", Text{"Номер", "Id"}.in(language_), kind.id_shape.in(language_));
    }
    roff += roff::paragraphs(about, ".PP");
    return roff + fields(tree.fields(), "");
  }

  template <class Enum>
  std::string enumeration() const {
    using Table = Codes<Enum>;
    std::string roff = roff::subsection(heading(Table::name, Table::title.in(language_)));
    roff += ".PD 0\n";
    for (const Code& code : Table::table) roff += roff::in_columns(code.code, code.label.in(language_), 26);
    return roff + ".PD\n";
  }

private:
  std::string say(const Text& text) const { return std::string(text.in(language_)); }

  std::string fields(const std::vector<FieldShape>& nodes, const std::string& above) const {
    std::string roff;
    for (const FieldShape& node : nodes) {
      const std::string key = above + std::string(node.field.key);
      roff += roff::tagged(key + (node.is_list() ? "[]" : ""), meaning(node));
      if (node.note) roff += roff::tagged(key + "_note", note_title(node.field).in(language_) + ".");
      if (node.is_mapping()) roff += fields(node.fields(), key + (node.is_list() ? "[]." : "."));
    }
    return roff;
  }

  std::string meaning(const FieldShape& node) const {
    std::string text = fmt::format("{}.", node.field.title.in(language_));
    add(text, notation(node));
    if (node.field.need == Need::required) add(text, Text{"Обязательно.", "Required."});
    add(text, by_default(node));
    add(text, remarks(node.field));
    return text;
  }

  Words notation(const FieldShape& node) const {
    if (node.holds == FieldShape::Holds::mapping) return {"Набор полей.", "A mapping."};
    if (node.holds == FieldShape::Holds::mappings) return {"Список наборов полей.", "A list of mappings."};
    const Notation written = node.notation();
    Words one(written.words.ru + ".", written.words.en + ".");
    if (!written.codes_name.empty())
      one = written.codes_may_grow
                ? nastavnik::say({"Код перечня {} или код своей темы из nastavnik.yaml.",
                                  "A code of {}, or of a topic of the school's own in nastavnik.yaml."},
                                 written.codes_name)
                : nastavnik::say({"Код перечня {}.", "A code of {}."}, written.codes_name);
    if (!node.is_list()) return one;
    return {"Список. " + one.ru, "A list. " + one.en};
  }

  void add(std::string& text, const Words& words) const {
    if (!words.empty()) text += " " + words.in(language_);
  }

  Language language_;
};

}  // namespace

std::string records_manual(Language language, std::string_view version, std::string_view date) {
  const auto section = [&](const Text& title, const std::string& body) {
    return roff::section(title.in(language), body);
  };
  const Page page(language);
  std::string kinds;
  for (const KindShape& tree : kind_shapes()) kinds += page.kind(tree);
  std::string enumerations;
  for_each(Enumerations{}, [&]<class Enum>() { enumerations += page.enumeration<Enum>(); });

  std::string roff = fmt::format(".TH NASTAVNIK\\-RECORDS 5 {} \"nastavnik {}\" \"{}\"\n", date, version,
                                 Text{"Форматы файлов", "File Formats"}.in(language));
  roff +=
      section({"НАЗВАНИЕ", "NAME"}, fmt::format("nastavnik\\-records \\- {}\n", roff::escaped(summary.in(language))));
  roff += section({"ОПИСАНИЕ", "DESCRIPTION"}, roff::paragraphs(description.in(language), ".PP"));
  roff += section({"КАК ПИШУТСЯ ЗНАЧЕНИЯ", "HOW VALUES ARE WRITTEN"}, page.ways());
  roff += section({"ВИДЫ ЗАПИСЕЙ", "KINDS OF RECORDS"}, kinds);
  roff += section({"ПЕРЕЧНИ КОДОВ", "ENUMERATIONS"}, enumerations);
  return roff + section({"СМОТРИТЕ ТАКЖЕ", "SEE ALSO"}, "nastavnik(1)\n");
}

}  // namespace nastavnik
