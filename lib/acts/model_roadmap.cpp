#include "acts/model_roadmap.h"

#include <array>

namespace nastavnik {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 1> curator{"curator"};
constexpr std::array<std::string_view, 2> leaders{"head", "curator"};
constexpr std::array<std::string_view, 3> pairs{"mentors", "mentees", "curator"};
constexpr std::array<std::string_view, 1> administrator{"system_administrator"};

constexpr std::array all{
    ModelItem{"preparation", "Положение, приказы о парах и группах, согласия участников", September / 15, leaders},
    ModelItem{"mentee_bank", "Запросы педагогов, банк наставляемых, согласия на обработку данных", September / 15,
              curator},
    ModelItem{"mentor_bank", "Анкеты желающих быть наставниками, банк наставников", September / 15, curator},
    ModelItem{"selection_training", "Подбор наставников к запросам", September / 30, curator},
    ModelItem{"selection_training", "Установочная сессия и обмен опытом наставников", October / 15, curator},
    ModelItem{"pair_work", "Персонализированные программы пар и групп", September / 30, pairs},
    ModelItem{"pair_work", "Работа пар и групп по программам", std::nullopt, pairs},
    ModelItem{"pair_work", "Поддержка тех, у кого пары нет, и поиск наставников", std::nullopt, curator},
    ModelItem{"completion", "Мониторинг качества программ: анкеты участников", May / 15, leaders},
    ModelItem{"completion", "Школьная конференция или семинар", May / 20, curator},
    ModelItem{"completion", "Круглый стол лучших практик, методическая копилка", May / 28, curator},
    ModelItem{"information", "Раздел сайта и сообщества школы", std::nullopt, administrator},
};

}  // namespace

std::span<const ModelItem> model_roadmap() { return all; }

}  // namespace nastavnik
