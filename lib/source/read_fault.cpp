#include "source/read_fault.h"

namespace nastavnik {

Words explain(ReadFault fault) {
  switch (fault) {
    case ReadFault::denied: return Text{"нет прав на чтение", "permission denied"};
    case ReadFault::not_regular:
      return Text{"это не обычный файл (канал, устройство или папка)",
                  "not a regular file (a pipe, a device or a folder)"};
    case ReadFault::outside: return Text{"ссылка ведёт за пределы реестра", "a symbolic link that leaves the registry"};
    case ReadFault::too_large:
      return Text{"файл больше 4 МиБ, таких записей не бывает", "the file is larger than 4 MiB, no record is"};
    case ReadFault::missing:
      return Text{"файла нет (ссылка в пустоту или его только что удалили)",
                  "there is no such file (a broken symbolic link, or it was just removed)"};
    case ReadFault::none:
    case ReadFault::io: break;
  }
  return Text{"ошибка диска", "input/output error"};
}

}  // namespace nastavnik
