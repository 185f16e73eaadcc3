#pragma once
#include <chrono>

#include "model/field.h"
#include "model/kinds/codes_organization.h"
#include "model/kinds/parts.h"
#include "model/types.h"

namespace nastavnik {

/// Terms and limits adopted by the organisation. A value that is not given is the default written here.
struct Thresholds : Part {
  static constexpr Text called{"сроки и пороги", "terms and limits"};
  At<Whole<0, 100>> releases_per_year{3};
  At<Whole<1, 24>> help_request_months{3};
  At<Whole<0, 366>> handover_days{0};
  At<MonthDay> review_due{std::chrono::month(6) / std::chrono::day(1)};
  At<Whole<1, 240>> training_max_age_months{36};
  At<Whole<1, 24>> curator_check_months{3};
  At<MonthDay> report_due{std::chrono::month(6) / std::chrono::day(30)};
  List<At<MonthDay>> statistics_due{
      {{std::chrono::month(9) / std::chrono::day(20)}, {std::chrono::month(5) / std::chrono::day(31)}}};
  At<Whole<1, 250>> request_answer_working_days{10};
  At<Whole<1, 50>> mentor_capacity{3};
  At<Whole<0, 250>> curator_handover_working_days{5};
  At<Whole<0, 366>> roadmap_grace_days{30};
  At<Whole<0, 366>> expiry_grace_days{14};
  At<Whole<0, 366>> site_publication_days{30};
  At<Whole<0, 366>> bank_publication_days{30};
  At<Whole<0, 366>> results_publication_days{60};
  At<Whole<0, 366>> program_due_days{30};
  At<Whole<0, 366>> training_start_days{30};
  At<Whole<0, 366>> unmatched_days{30};
  At<Whole<0, 366>> survey_days{14};
  At<Whole<1, 366>> meeting_silence_days{60};
  At<Whole<0, 250>> mentor_notice_working_days{0};
  At<Whole<18, 100>> young_age{35};
  At<Whole<0, 80>> young_experience_years{3};
  List<At<Whole<0, 366>>> remind_program_end_days{{{30}, {7}}};
  At<Whole<0, 366>> remind_roadmap_days{14};
  At<Whole<0, 366>> remind_expiry_days{30};
  At<Whole<1, 100>> survey_min_answers{3};
};

template <class Visitor>
void fields(Visitor& v, Thresholds& x) {
  v(x.releases_per_year, may("releases_per_year", {"Освобождений от обязанностей на человека за учебный год",
                                                   "Releases from duties per person in a school year"}));
  v(x.help_request_months,
    may("help_request_months", {"За сколько месяцев ждём хотя бы одну просьбу о помощи",
                                "In how many months at least one request for help is expected"}));
  v(x.handover_days, may("handover_days", {"Сколько дней после отзыва согласия пара ещё может работать",
                                           "For how many days a pair may go on after consent is withdrawn"}));
  v(x.review_due, may("review_due", {"К какому дню года ждём актуализацию сведений",
                                     "By which day of the year the review is expected"}));
  v(x.training_max_age_months, may("training_max_age_months", {"Сколько месяцев засчитывается обучение наставника",
                                                               "For how many months a training counts"}));
  v(x.curator_check_months, may("curator_check_months", {"Как часто куратор проверяет программу, месяцев",
                                                         "How often the curator checks a programme, in months"}));
  v(x.report_due, may("report_due", {"К какому дню года ждём итоговый отчёт",
                                     "By which day of the year the final report is expected"}));
  v(x.statistics_due, may("statistics_due", {"К каким дням года собираем статистику",
                                             "By which days of the year statistics are gathered"}));
  v(x.request_answer_working_days,
    may("request_answer_working_days",
        {"За сколько рабочих дней отвечаем на заявление", "In how many working days a request is answered"}));
  v(x.mentor_capacity, may("mentor_capacity", {"Сколько наставляемых у одного наставника, если он не указал сам",
                                               "Mentees of one mentor, unless the mentor has said"}));
  v(x.curator_handover_working_days,
    may("curator_handover_working_days", {"За сколько рабочих дней один куратор сменяет другого",
                                          "In how many working days one curator follows another"}));
  v(x.roadmap_grace_days,
    may("roadmap_grace_days", {"Сколько дней программы могут идти до утверждения дорожной карты",
                               "For how many days programmes may run before a roadmap is approved"}));
  v(x.expiry_grace_days,
    may("expiry_grace_days",
        {"Сколько дней ждём завершения программы, срок которой истёк, и решения о паре, когда программа завершена или участник выбыл",
         "For how many days a programme past its end may wait for completion, and a pair for a decision once its programme is completed or a participant has left"}));
  v(x.site_publication_days,
    may("site_publication_days", {"За сколько дней сведения о наставничестве размещаем на сайте",
                                  "In how many days information on mentoring is put on the site"}));
  v(x.bank_publication_days, may("bank_publication_days", {"За сколько дней обновляем базы на сайте",
                                                           "In how many days the bases on the site are updated"}));
  v(x.results_publication_days, may("results_publication_days", {"За сколько дней публикуем результаты",
                                                                 "In how many days results are published"}));
  v(x.program_due_days, may("program_due_days", {"За сколько дней после начала пары нужна программа",
                                                 "In how many days after its start a pair needs a programme"}));
  v(x.training_start_days,
    may("training_start_days", {"За сколько дней после назначения наставнику нужно обучение",
                                "In how many days after the appointment a mentor needs training"}));
  v(x.unmatched_days, may("unmatched_days", {"На сколько дней без пары хватает одной записи о поддержке",
                                             "For how many days without a pair one record of support is enough"}));
  v(x.survey_days, may("survey_days", {"За сколько дней после завершения программы проводим анкетирование",
                                       "In how many days after its completion a programme is surveyed"}));
  v(x.meeting_silence_days,
    may("meeting_silence_days",
        {"На сколько дней без встреч обращаем внимание (июнь — август не считаются)",
         "After how many days without a meeting a pair is noticed (June to August not counted)"}));
  v(x.mentor_notice_working_days,
    may("mentor_notice_working_days", {"За сколько рабочих дней наставник предупреждает об отказе",
                                       "How many working days of notice a mentor gives"}));
  v(x.young_age,
    may("young_age", {"До какого возраста педагог считается молодым", "Up to which age a teacher counts as young"}));
  v(x.young_experience_years,
    may("young_experience_years", {"До какого стажа педагог считается молодым, лет",
                                   "Up to which experience a teacher counts as young, in years"}));
  v(x.remind_program_end_days,
    may("remind_program_end_days", {"За сколько дней напоминать об окончании программы",
                                    "How many days before its end a programme is brought to mind"}));
  v(x.remind_roadmap_days,
    may("remind_roadmap_days", {"За сколько дней напоминать о пунктах дорожной карты",
                                "How many days ahead items of the roadmap are brought to mind"}));
  v(x.remind_expiry_days,
    may("remind_expiry_days", {"За сколько дней напоминать об окончании договоров и согласий",
                               "How many days before they end agreements and consents are brought to mind"}));
  v(x.survey_min_answers,
    may("survey_min_answers", {"Сколько ответов нужно, чтобы показать итоги анкет",
                               "How many answers are needed before results of surveys are shown"}));
}

struct SeverityOverride : Part {
  static constexpr Text called{"строгость правила", "severity of a rule"};
  At<RuleId> rule{};
  At<Choice<Severity>> severity{};
  At<Line> reason{};
};

template <class Visitor>
void fields(Visitor& v, SeverityOverride& x) {
  v(x.rule, must("rule", {"Номер правила", "Id of the rule"}));
  v(x.severity, must("severity", {"Строгость в этой организации", "Severity in this organisation"}));
  v(x.reason, must("reason", {"Почему строгость изменена", "Why the severity was changed"}));
}

struct OwnTopic : Part {
  static constexpr Text called{"своя тема", "own topic"};
  At<OwnCode> code{};
  At<Line> title{};
};

template <class Visitor>
void fields(Visitor& v, OwnTopic& x) {
  v(x.code, must("code", {"Код своей темы", "Code of the school's own topic"}).in("12.3"));
  v(x.title, must("title", {"Название своей темы", "Title of the school's own topic"}).in("12.3"));
}

struct Settings : Record {
  static constexpr Kind kind{
      .folder = "nastavnik.yaml",
      .title = {"настройки реестра", "settings of the registry"},
      .description = {"Как проверяется реестр: язык, наборы правил, сроки, строгость",
                      "How the registry is checked: language, packs of rules, terms, severities"},
  };
  At<Whole<1, 1>> format{};
  At<Choice<Language>> language{};
  At<Day> as_of{};
  At<Path> people_dir{};
  Choices<Pack> packs{};
  At<Choice<YearBasis>> year_basis{};
  At<Flag> commit{};
  Block<Thresholds> thresholds{};
  List<SeverityOverride> severities{};
  List<OwnTopic> topics{};
};

template <class Visitor>
void fields(Visitor& v, Settings& x) {
  v(x.format, must("format", {"Версия формата записей", "Version of the record format"}));
  v(x.language, may("language", {"Язык сообщений", "Language of the messages"}));
  v(x.as_of, may("as_of", {"День, на который судят закрытый реестр (архив, пример)",
                           "The day for which a closed registry (an archive, an example) is judged"}));
  v(x.people_dir,
    may("people_dir", {"Папка с людьми, если она отдельно", "Folder with the people, where they are kept apart"}));
  v(x.packs, may("packs", {"Включённые наборы правил", "Packs of rules that are switched on"}));
  v(x.year_basis,
    may("year_basis", {"Что считать годом для актуализации", "What counts as a year for the review"}).in("11.2"));
  v(x.commit,
    may("commit", {"Фиксировать в git всё, что записывает команда", "Commit to git whatever a command writes"}));
  v(x.thresholds,
    may("thresholds", {"Сроки и пороги, принятые организацией", "Terms and limits adopted by the organisation"}));
  v(x.severities, may("severities", {"Строгость отдельных правил", "Severities of single rules"}).apart("rule"));
  v(x.topics, may("topics", {"Темы сверх общего списка", "Topics beyond the common list"}).in("12.3").apart("code"));
}

}  // namespace nastavnik
