#include "acts/patterns.h"

#include <algorithm>
#include <array>

namespace nastavnik {
namespace {

constexpr std::array<std::string_view, 3> of_beginner{"adaptation", "growth", "retention"};
constexpr std::array of_young_teacher{
    PatternActivity{"Знакомство с рабочей программой, журналом и локальными актами", 10},
    PatternActivity{"Посещение уроков наставника и их разбор", 25, true},
    PatternActivity{"Совместное планирование уроков", 40},
    PatternActivity{"Посещение уроков наставляемого и их разбор", 65},
    PatternActivity{"Открытый урок или мастер-класс наставляемого", 85, true, true},
    PatternActivity{"Итоги: анкеты, отчёт наставника, план на дальше", 98},
};

constexpr std::array<std::string_view, 2> of_newcomer{"adaptation", "environment"};
constexpr std::array of_new_in_school{
    PatternActivity{"Знакомство со школой, её традициями и правилами", 15},
    PatternActivity{"Работа с электронным журналом и школьными документами", 30},
    PatternActivity{"Взаимопосещение уроков и обсуждение", 60},
    PatternActivity{"Выступление на методическом объединении", 85, true, true},
    PatternActivity{"Итоги: анкеты, отчёт наставника", 98},
};

constexpr std::array<std::string_view, 2> of_method{"competencies", "methods"};
constexpr std::array of_methods{
    PatternActivity{"Входная беседа и разбор одного урока", 15},
    PatternActivity{"Мастер-класс наставника по теме запроса", 35},
    PatternActivity{"Пробные уроки с новым приёмом и их разбор", 65, true},
    PatternActivity{"Обмен опытом: что получилось", 85, true, true},
    PatternActivity{"Итоги: анкеты, отчёт наставника", 98},
};

constexpr std::array<std::string_view, 2> of_tools{"digital", "competencies"};
constexpr std::array of_digital{
    PatternActivity{"Какие цифровые средства уже есть и чего не хватает", 15},
    PatternActivity{"Практическое занятие: средства для урока", 35},
    PatternActivity{"Урок с цифровыми средствами и его разбор", 65, true},
    PatternActivity{"Памятка или мастер-класс для коллег", 85, true, true},
    PatternActivity{"Итоги: анкеты, отчёт наставника", 98},
};

constexpr std::array<std::string_view, 3> of_class{"conduct", "environment", "competencies"};
constexpr std::array of_class_teacher{
    PatternActivity{"План воспитательной работы класса", 15},
    PatternActivity{"Посещение классных часов и их разбор", 40},
    PatternActivity{"Разговор с родителями: учебные ситуации", 65},
    PatternActivity{"Открытое классное дело", 85, true, true},
    PatternActivity{"Итоги: анкеты, отчёт наставника", 98},
};

constexpr std::array all{
    Pattern{{"young_teacher", {"молодой специалист", "young teacher"}},
            "Уверенно планировать, проводить и разбирать свои уроки.",
            "Молодому учителю помогает коллега, затруднения видны на самих уроках.",
            of_beginner,
            "teaching_methods",
            of_young_teacher},
    Pattern{{"newcomer", {"новый в школе", "new in the school"}},
            "Войти в уклад школы и работать в нём самостоятельно.",
            "Новому в школе помогает коллега, уклад узнают в самой работе.",
            of_newcomer,
            "adaptation",
            of_new_in_school},
    Pattern{{"methods", {"методика и предмет", "methods and subject"}},
            "Освоить приёмы, которых просит запрос, и применять их на уроках.",
            "Запрос — о приёмах работы, их показывают и пробуют на уроках.",
            of_method,
            "teaching_methods",
            of_methods},
    Pattern{{"digital", {"цифровые средства", "digital tools"}},
            "Применять цифровые средства на своих уроках.",
            "Запрос — о цифровых средствах, их осваивают на своих уроках.",
            of_tools,
            "digital",
            of_digital},
    Pattern{{"class_teacher", {"классное руководство", "class teacher"}},
            "Вести класс и работать с родителями по своему плану.",
            "Запрос — о работе с классом, её видно на классных делах.",
            of_class,
            "upbringing",
            of_class_teacher},
};

}  // namespace

std::span<const Pattern> patterns() { return all; }

const Pattern* find_pattern(std::string_view code) {
  const auto found = std::ranges::find(all, code, [](const Pattern& one) { return one.code.code; });
  return found == all.end() ? nullptr : found;
}

}  // namespace nastavnik
