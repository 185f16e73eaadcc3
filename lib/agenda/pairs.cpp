// Pairs and groups: their beginning, their programme, those who wait for one.

#include "model/kinds/pairs.h"

#include <algorithm>

#include "agenda/duty.h"

namespace nastavnik {
namespace {

void pair_start(Ahead& ahead) {
  for (const Pair& pair : ahead.registry().all<Pair>())
    if (!pair.start.absent() && ahead.check().given(pair.start) && *pair.start > ahead.today())
      ahead.add({.day = ahead.before(*pair.start), .place = pair.start.span});
}

bool has_pair_to_come(const Registry& registry, std::string_view record, Date day) {
  const auto pairs = registry.pairs_of_mentee(record.substr(record.find('/') + 1));
  return std::any_of(pairs.begin(), pairs.end(),
                     [&](const Pair* pair) { return pair->start.given() && *pair->start > day; });
}

constexpr Duty pair_rows[] = {
    {.id = "pair-start",
     .what = {"оформить пару до начала работы: согласия и приказ",
              "have the pair's consents and order before it begins"},
     .of_several = {"оформить пары до начала работы: согласия и приказы",
                    "have the consents and orders of pairs before they begin"},
     .clauses = "9,10.5,18",
     .rules = "P10.5-1,P10.5-2,P10.5-3,P18-1,P18-2,P18-3,P18-7,P17.1-1,P17.2-1,P9-2,P11.5-1,P7-1,P7-2,P7-16,P12-1",
     .step = "nastavnik sign {id}",
     .look = pair_start},
    {.id = "pair-order",
     .what = {"оформить приказом пару, которая начинает работу", "issue the order of the pair that begins to work"},
     .of_several = {"оформить приказом пары, которые начинают работу", "issue the orders of pairs that begin to work"},
     .clauses = "10.5,18",
     .rules = "P10.5-1",
     .step = "nastavnik sign {id}"},
    {.id = "participation-consent",
     .what = {"получить согласие участника на дополнительные обязанности",
              "get the participant's consent to the duties"},
     .of_several = {"получить согласия участников на дополнительные обязанности",
                    "get the participants' consents to the duties"},
     .clauses = "10.5",
     .rules = "P10.5-2",
     .step = "nastavnik document consent-participation {id}"},
    {.id = "interest",
     .what = {"записать взаимный интерес участников пары", "record the mutual interest of the pair"},
     .of_several = {"записать взаимный интерес участников пар", "record the mutual interest of pairs"},
     .clauses = "17.2",
     .rules = "P17.2-1",
     .step = "nastavnik add {record} interest",
     .ours = true},
    {.id = "membership",
     .what = {"оформить приказом изменение состава группы", "issue the order on the change of the group"},
     .of_several = {"оформить приказом изменения состава групп", "issue the orders on the changes of groups"},
     .clauses = "20,10.5,18",
     .rules = "P20-6,P10.3-2,P7-5",
     .step = "nastavnik sign {id}"},
    {.id = "participant-in-bank",
     .what = {"внести участника пары в банк", "enter the participant of the pair into the bank"},
     .of_several = {"внести участников пар в банк", "enter the participants of pairs into the bank"},
     .clauses = "11.5",
     .rules = "P11.5-1",
     .step = "nastavnik enrol"},
    {.id = "difficulties",
     .what = {"записать затруднения наставляемого и учесть их в программе",
              "record the mentee's difficulties, and have the programme meet them"},
     .of_several = {"записать затруднения наставляемых и учесть их в программах",
                    "record the mentees' difficulties, and have the programmes meet them"},
     .clauses = "2",
     .rules = "P2-8",
     .step = "nastavnik add mentees/{person} difficulties",
     .ours = true},
    {.id = "helper-consent",
     .what = {"получить согласие помощника наставника", "get the consent of the mentor's helper"},
     .of_several = {"получить согласия помощников наставников", "get the consents of mentors' helpers"},
     .clauses = "13.1",
     .rules = "P13.1-1",
     .step = "nastavnik consent give"},
    {.id = "pair-program",
     .what = {"составить программу пары", "draw up the pair's programme"},
     .of_several = {"составить программы пар", "draw up programmes of pairs"},
     .clauses = "row.5",
     .limits = "program_due_days",
     .rules = "RM5-1",
     .step = "nastavnik program {id}"},
    {.id = "member-program",
     .what = {"включить наставляемого в программу пары", "take the mentee into a programme of the pair"},
     .of_several = {"включить наставляемых в программы пар", "take mentees into programmes of their pairs"},
     .clauses = "row.1",
     .limits = "program_due_days",
     .rules = "RM1-2",
     .step = "nastavnik program {pair}"},
    {.id = "pair-after-program",
     .what = {"завершить и пару, и программу: закончиться должны обе", "end both the pair and the programme"},
     .of_several = {"завершить и пары, и программы: закончиться должно и то и другое",
                    "end both the pairs and the programmes"},
     .clauses = "19",
     .limits = "expiry_grace_days",
     .rules = "P19-8",
     .step = "nastavnik set pairs/{pair} end",
     .of_ended = true},
    {.id = "meetings",
     .what = {"записать встречи или узнать, почему их нет", "record the meetings, or ask why there are none"},
     .of_several = {"записать встречи или узнать, почему их нет", "record the meetings, or ask why there are none"},
     .clauses = "7",
     .limits = "meeting_silence_days",
     .rules = "P7-24",
     .step = "nastavnik meeting {id}"},
    {.id = "participant-left",
     .what = {"закрыть пару или изменить её состав: участник выбывает",
              "end the pair or change its members: a participant leaves"},
     .of_several = {"закрыть пары или изменить их состав: участники выбывают",
                    "end pairs or change their members: participants leave"},
     .clauses = "18,2,9,19",
     .rules = "P18-6",
     .step = "nastavnik complete {program}"},
    {.id = "position",
     .what = {"проверить должность участника: по записям она не подходит",
              "check the participant's position: the records show another"},
     .of_several = {"проверить должности участников: по записям они не подходят", "check the participants' positions"},
     .clauses = "2,7",
     .rules = "P2-1,P7-18,P7-19,P7-20,P7-21",
     .step = "nastavnik add people/{person} positions"},
    {.id = "consent-lapsed",
     .what = {"прекратить работу пары или получить согласие", "stop the work of the pair, or get a consent"},
     .of_several = {"прекратить работу пар или получить согласия", "stop the work of pairs, or get consents"},
     .clauses = "3.5,9",
     .rules = "P9-5,P3-5",
     .step = "nastavnik complete {program}"},
    {.id = "unmatched",
     .what = {"найти наставника или записать поддержку", "find a mentor, or record the support given"},
     .of_several = {"найти наставников или записать поддержку", "find mentors, or record the support given"},
     .clauses = "row.5",
     .limits = "unmatched_days",
     .rules = "RM5-2,RM1-1",
     .step = "nastavnik add {record} support",
     .is_settled = has_pair_to_come},
};

}  // namespace

std::span<const Duty> pair_duties() { return pair_rows; }

}  // namespace nastavnik
