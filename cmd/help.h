#pragma once
#include <span>
#include <string>

#include "cmd/command.h"

namespace nastavnik::cmd {

/// Everything about one command.
std::string help_of(const Command& command, Language language, std::size_t width);

/// The program and its commands.
std::string help_of_all(std::span<const Command> commands, Language language, std::size_t width);

/// The first words to a newcomer: what there is and where to read on.
std::string overview(std::span<const Command> commands, Language language, std::size_t width);

/// «check, проверить».
std::string both_names(const Command& command);

/// «check [ПАРАМЕТРЫ] [ПУТЬ…]», by the name of either language or by both.
std::string synopsis(std::string_view name, const Command& command, Language language);

/// «-C, --directory, --папка ПАПКА».
std::string heading(const Parameter& option, Language language);

/// What an option does, with its words, its bounds and what holds without it.
std::string explanation(const Parameter& parameter, Language language);

/// What the program is, in one line.
inline constexpr Text program_summary{
    "записи школы о наставничестве: вести, проверять по положению, готовить документы",
    "records of teacher mentoring at a school: keep them, check them, make papers of them"};

/// What it is for, in paragraphs.
inline constexpr Text program_description{
    "Школа ведёт записи о наставничестве в обычных текстовых файлах: кто наставник и кто наставляемый, какие приказы и согласия "
    "подписаны, какие программы идут и чем закончились. Наставник (так называется и сама программа) проверяет эти записи "
    "по примерному положению о наставничестве, утверждённому приказом министерства образования Новосибирской области № 564, "
    "и показывает, чего не хватает, где и по какому пункту.\n\n"
    "Папка с записями называется реестром; в ней лежит файл nastavnik.yaml. Проверка ничего не меняет в файлах.",
    "A school keeps its records of teacher mentoring as plain text files: who mentors whom, which orders and consents are signed, "
    "which programmes run and how they ended. Nastavnik (Russian for mentor) checks these records against the model regulation "
    "approved by order No. 564 of the ministry of education of Novosibirsk oblast, and shows what is missing, where, and by "
    "which clause.\n\n"
    "The folder of the records is called a registry; the file nastavnik.yaml lies in it. Checking never changes a file."};

}  // namespace nastavnik::cmd
