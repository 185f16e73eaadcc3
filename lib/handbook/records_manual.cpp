#include "handbook/records_manual.h"

#include "handbook/remarks.h"
#include "model/addresses.h"
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

constexpr Text standard_form{
    "Записи верны в любом оформлении; nastavnik fmt приводит их к одному, чтобы разница между двумя версиями показывала только то, "
    "что изменилось по существу. Поля стоят в том порядке, в каком они описаны ниже, в любом наборе полей; свой или неизвестный ключ — "
    "за тем, за которым стоял, а если известных перед ним нет — в конце. Порядок пунктов списка не меняется.\n\n"
    "Отступ — два пробела, и у дефисов списка под их ключом тоже; ключ пункта стоит на строке своего дефиса. После двоеточия один "
    "пробел, в скобках [a, b] и {a: 1, b: 2}. Пустых строк подряд не больше одной, в начале и в конце их нет; пробелов в конце строки "
    "нет; строки кончаются LF, последняя тоже; метки порядка байтов и черт --- нет.\n\n"
    "Кавычки — двойные и только там, где без них значение прочли бы иначе: число, дата или время как текст, true, no, пустой текст, "
    "«: » и « #» внутри, запятая и скобки внутри скобок. Список или набор полей остаётся в том виде, в каком записан: строками или в "
    "скобках; в скобках — на одной строке. Текст после | и > и текст на нескольких строках свои строки сохраняют.\n\n"
    "Примечание остаётся при том, при чём стояло: над ключом или пунктом; за значением, через два пробела; под последним ключом, "
    "правее него; в конце файла. В начале файла остаётся то, что отделено от первого ключа пустой строкой. Примечание внутри скобок "
    "оставляет скобки как есть. Запись, в которой с YAML что-то не так, не меняется.",
    "Records are right in any layout; nastavnik fmt brings them into one, so that the difference between two versions shows nothing but "
    "what has changed in substance. Fields stand in the order in which they are described below, in every mapping; a key of one's own or "
    "an unknown one behind the key it stood behind, or at the end where there is none that is known. The order of the items of a list "
    "stays.\n\n"
    "Indentation is two spaces, for the dashes of a list below its key too; a key of an item stands on the line of its dash. One space "
    "follows a colon, brackets are [a, b] and {a: 1, b: 2}. There is one empty line at most in a row, and none at the beginning or the "
    "end; no space ends a line; lines end with LF, the last one too; there is no byte order mark and no ---.\n\n"
    "Quotes are double and stand only where the value would be read otherwise without them: a number, date or time as a text, true, no, "
    "an empty text, “: ” and “ #” within it, commas and brackets within brackets. A list or mapping stays as it was written, on lines or in "
    "brackets; brackets go on one line. A text behind | or > and one of several lines keep their lines.\n\n"
    "A comment stays with what it stood at: above a key or an item; behind a value, two spaces away; below the last key, right of it; at "
    "the end of the file. What an empty line parts from the first key stays at the beginning. A comment within brackets leaves the "
    "brackets as they are. A record with something wrong in its YAML is not changed."};

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
  return file_of(kind, Text{"НОМЕР", "ID"}.in(language));
}

class Manual {
public:
  explicit Manual(Language language) {
    page_.language = language;
    page_.title = "nastavnik-records(5)";
    page_.add(page::Role::title, page_.title);
  }

  void begin(const Text& title) { page_.add(page::Role::heading, say(title)); }

  void ways() {
    page::Table table = listing();
    for (const Written& way : ways_to_write) table.rows.push_back(page::row_of({say(way.name), say(way.how)}));
    page_.add(std::move(table));
  }

  void kind(const KindShape& tree) {
    const Kind& kind = *tree.kind;
    page_.add(page::Role::subheading, heading(file_of(kind, page_.language), kind.title.in(page_.language)));
    std::string about = fmt::format("{}.", kind.description.in(page_.language));
    if (!kind.single())
      about += fmt::format(" {}: {}.", Text{"Номер", "Id"}.in(page_.language), kind.id_shape.in(page_.language));
    page_.add_paragraphs(about);
    page::Table table = listing();
    add_fields(tree.fields(), "", table);
    page_.add(std::move(table));
  }

  template <class Enum>
  void enumeration() {
    page_.add(page::Role::subheading, heading(Codes<Enum>::name, Codes<Enum>::title.in(page_.language)));
    page::Table table{page::Table::Kind::listing, {}, {{26}, {74}}};
    for (const Code& code : Codes<Enum>::table)
      table.rows.push_back(page::row_of({std::string(code.code), say(code.label)}));
    page_.add(std::move(table));
  }

  void text(const std::string& words) { page_.add_paragraphs(words); }
  page::Page finish() { return std::move(page_); }

private:
  std::string say(const Text& text) const { return std::string(text.in(page_.language)); }
  static page::Table listing() { return {page::Table::Kind::listing, {}, {{}, {}}}; }

  void add_fields(const std::vector<FieldShape>& nodes, const std::string& above, page::Table& table) const {
    for (const FieldShape& node : nodes) {
      const std::string key = above + std::string(node.field.key);
      table.rows.push_back(page::row_of({key + (node.is_list() ? "[]" : ""), meaning(node)}));
      if (node.note)
        table.rows.push_back(page::row_of({key + "_note", note_title(node.field).in(page_.language) + "."}));
      if (node.is_mapping()) add_fields(node.fields(), key + (node.is_list() ? "[]." : "."), table);
    }
  }

  std::string meaning(const FieldShape& node) const {
    std::string text = fmt::format("{}.", node.field.title.in(page_.language));
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
    if (!words.empty()) text += " " + words.in(page_.language);
  }

  page::Page page_{};
};

}  // namespace

page::Page records_manual(Language language) {
  const auto say = [&](const Text& text) { return std::string(text.in(language)); };
  Manual manual(language);
  manual.begin({"НАЗВАНИЕ", "NAME"});
  manual.text(fmt::format("nastavnik-records - {}", say(summary)));
  manual.begin({"ОПИСАНИЕ", "DESCRIPTION"});
  manual.text(say(description));
  manual.begin({"КАК ПИШУТСЯ ЗНАЧЕНИЯ", "HOW VALUES ARE WRITTEN"});
  manual.ways();
  manual.begin({"ЕДИНЫЙ ВИД", "STANDARD FORM"});
  manual.text(say(standard_form));
  manual.begin({"ВИДЫ ЗАПИСЕЙ", "KINDS OF RECORDS"});
  for (const KindShape& tree : kind_shapes()) manual.kind(tree);
  manual.begin({"ПЕРЕЧНИ КОДОВ", "ENUMERATIONS"});
  for_each(Enumerations{}, [&]<class Enum>() { manual.enumeration<Enum>(); });
  manual.begin({"СМОТРИТЕ ТАКЖЕ", "SEE ALSO"});
  manual.text("nastavnik(1)");
  return manual.finish();
}

}  // namespace nastavnik
