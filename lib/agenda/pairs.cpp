// Pairs and groups: their beginning, their programme, those who wait for one.

#include "model/kinds/pairs.h"

#include "agenda/duty.h"

namespace nastavnik {
namespace {

void pair_start(Ahead& ahead) {
  for (const Pair& pair : ahead.registry().all<Pair>())
    if (!pair.start.absent() && ahead.check().given(pair.start) && *pair.start > ahead.today())
      ahead.add({.day = *pair.start - 1, .place = pair.start.span});
}

constexpr Duty pair_rows[] = {
    {.id = "pair-start",
     .what = {"оформить пару до начала работы: согласия и приказ",
              "have the pair's consents and order before it begins"},
     .of_several = {"оформить пары до начала работы: согласия и приказы",
                    "have the consents and orders of pairs before they begin"},
     .clauses = "9,10.5,18",
     .rules = "P10.5-1,P10.5-2,P10.5-3,P18-1,P18-2,P18-3,P17.1-1,P17.2-1,P9-2,P11.5-1,P7-1,P7-2,P7-16,P12-1",
     .step = "{file}: order, consents, interest",
     .look = pair_start},
    {.id = "pair-order",
     .what = {"оформить приказом пару, которая начинает работу", "issue the order of the pair that begins to work"},
     .of_several = {"оформить приказом пары, которые начинают работу", "issue the orders of pairs that begin to work"},
     .clauses = "10.5,18",
     .rules = "P10.5-1",
     .step = "{file}: order, start"},
    {.id = "membership",
     .what = {"оформить изменение состава группы: приказ, согласие, интерес",
              "settle the change of the group: order, consent, interest"},
     .of_several = {"оформить изменения состава групп: приказы, согласия, интерес",
                    "settle the changes of groups: orders, consents, interest"},
     .clauses = "20,10.5,18",
     .rules = "P20-6,P17.2-1,P11.5-1,P10.3-2,P10.5-2,P2-8,P7-5",
     .step = "{file}: mentees"},
    {.id = "helper-consent",
     .what = {"получить согласие помощника наставника", "get the consent of the mentor's helper"},
     .of_several = {"получить согласия помощников наставников", "get the consents of mentors' helpers"},
     .clauses = "13.1",
     .rules = "P13.1-1",
     .step = "{file}: helpers, consent"},
    {.id = "pair-program",
     .what = {"составить программу пары", "draw up the pair's programme"},
     .of_several = {"составить программы пар", "draw up programmes of pairs"},
     .clauses = "row.5",
     .rules = "RM5-1",
     .step = "nastavnik document program {id}",
     .in_working_days = true},
    {.id = "member-program",
     .what = {"включить наставляемого в программу пары", "take the mentee into a programme of the pair"},
     .of_several = {"включить наставляемых в программы пар", "take mentees into programmes of their pairs"},
     .clauses = "row.1",
     .rules = "RM1-2",
     .step = "{file}: mentees"},
    {.id = "pair-after-program",
     .what = {"завершить и пару, и программу: одна из них уже закончилась",
              "end both the pair and the programme: one of them is over"},
     .of_several = {"завершить и пары, и программы: одно из двух уже закончилось",
                    "end both the pairs and the programmes: one of the two is over"},
     .clauses = "19",
     .rules = "P19-8",
     .step = "pairs/{pair}.yaml: end; programs/{id}.yaml: completion",
     .of_ended = true},
    {.id = "meetings",
     .what = {"записать встречи пары или узнать, почему их нет",
              "record meetings of the pair, or ask why there are none"},
     .of_several = {"записать встречи пар или узнать, почему их нет",
                    "record meetings of pairs, or ask why there are none"},
     .clauses = "7",
     .rules = "P7-24",
     .step = "{file}: meetings"},
    {.id = "participant-left",
     .what = {"закрыть пару или изменить её состав: участник выбывает",
              "end the pair or change its members: a participant leaves"},
     .of_several = {"закрыть пары или изменить их состав: участники выбывают",
                    "end pairs or change their members: participants leave"},
     .clauses = "18,2,9,19",
     .rules = "P18-6,P2-1,P7-18,P7-19,P7-20,P7-21",
     .step = "{file}: end",
     .in_working_days = true},
    {.id = "consent-lapsed",
     .what = {"прекратить работу пары или получить согласие", "stop the work of the pair, or get a consent"},
     .of_several = {"прекратить работу пар или получить согласия", "stop the work of pairs, or get consents"},
     .clauses = "3.5,9",
     .rules = "P9-5,P3-5",
     .step = "{file}: end",
     .in_working_days = true},
    {.id = "unmatched",
     .what = {"найти наставника или записать поддержку", "find a mentor, or record the support given"},
     .of_several = {"найти наставников или записать поддержку", "find mentors, or record the support given"},
     .clauses = "row.5",
     .rules = "RM5-2",
     .step = "{file}: support"},
    {.id = "first-pair",
     .what = {"издать приказ о закреплении и составить программу: наставляемые ждут",
              "issue the order assigning pairs and draw up a programme: mentees wait"},
     .of_several = {"издать приказы о закреплении и составить программы",
                    "issue orders assigning pairs, draw up programmes"},
     .clauses = "row.1",
     .rules = "RM1-1",
     .step = "pairs, programs, orders"},
};

}  // namespace

std::span<const Duty> pair_duties() { return pair_rows; }

}  // namespace nastavnik
