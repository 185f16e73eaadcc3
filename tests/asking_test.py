#!/usr/bin/env python3
"""Questions on a terminal, key by key through a pseudo-terminal:  asking_test.py NASTAVNIK

Each case begins with a copy of tests/base/pair, types keys and looks at the screen, at the files and at the terminal.
"""
import fcntl
import hashlib
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

PATIENCE = float(os.environ.get('PATIENCE', 90))  # seconds for one answer, on a machine that does much else
SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENTER, TAB, BACKSPACE, LEFT = '\r', '\t', '\x7f', '\x1b[D'
CTRL_C, CTRL_D, CTRL_A = '\x03', '\x04', '\x01'


class Terminal:
    """The program on a pseudo-terminal."""

    def __init__(self, program, words, folder, width=100, **variables):
        self.bytes, self.seen, self.status = b'', 0, None
        around = {'PATH': os.environ['PATH'], 'TERM': 'xterm', 'LANG': 'ru_RU.UTF-8', **variables}
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 40, width, 0, 0))
            os.chdir(folder)
            os.execve(program, [program, *words], around)
        self.before = termios.tcgetattr(self.terminal)


    def read(self, seconds):
        if not select.select([self.terminal], [], [], seconds)[0]:
            return False
        try:
            more = os.read(self.terminal, 65536)
        except OSError:
            more = b''
        if not more:
            self.status = os.waitpid(self.pid, 0)[1]
        self.bytes += more
        return True

    def text(self):
        """What was written since the last keys, without what steers the terminal."""
        text = self.bytes[self.seen:].decode('utf-8', 'replace')
        return re.sub(r'\x1b\[[0-9;?]*[ -/]*[@-~]|\r|\x08', '', text)

    def until(self, wanted):
        end = time.monotonic() + PATIENCE
        while wanted not in self.text():
            assert self.status is None, f'ended without {wanted!r}; the screen shows:\n{self.text()}'
            assert time.monotonic() < end, f'no {wanted!r}; the screen shows:\n{self.text()}'
            self.read(1)
        return self

    def forget(self):
        self.seen = len(self.bytes)
        return self

    def type(self, keys):
        self.forget()
        os.write(self.terminal, keys.encode())
        return self

    def ends(self):
        end = time.monotonic() + PATIENCE
        while self.status is None:
            assert time.monotonic() < end, f'it goes on; the screen shows:\n{self.text()}'
            self.read(1)
        return self.status

    def close(self):
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.terminal)


def tree(folder):
    """Every file with what it holds, the drafts of `.nastavnik` too."""
    held = hashlib.sha256()
    for below, folders, files in sorted(os.walk(folder)):
        for name in sorted(files):
            held.update(f'{below}/{name}\n'.encode() + open(f'{below}/{name}', 'rb').read())
    return held.hexdigest()


def held(folder, path):
    with open(f'{folder}/{path}', encoding='utf-8') as file:
        return file.read()


CASES = []


def case(words, **around):
    def declare(test):
        CASES.append((test, words, around))
        return test
    return declare


@case(['new', 'приказ'])
def every_question_answered(t, folder):
    """Каждый вопрос отвечен: запись в файле."""
    t.until('Номер приказа').type('99-од' + ENTER)
    t.until('Дата приказа').type('05.09.2025' + ENTER)
    t.until('Заголовок').type('О наставничестве' + ENTER)
    t.until('Что решает приказ').type('назначить наставников' + ENTER)
    t.until('ещё').type(ENTER)
    t.until('Кто подписал* [Орлова').type(ENTER)
    t.until('Ещё поле?').type(ENTER)
    t.until('Записать? [д/н; и — исправить]').type('д' + ENTER)
    t.until('записано')
    assert t.ends() == 0
    assert held(folder, 'orders/2025-99-od.yaml') == (
        'number: "99-од"\ndate: 2025-09-05\ntitle: О наставничестве\nkinds: [appoint_mentors]\nsigned_by: p-001\n')


@case(['new', 'приказ'])
def help_and_a_wrong_date(t, folder):
    """Подсказка с пунктом; неверный день, потом верный."""
    t.until('Номер приказа').type('99-од' + ENTER)
    t.until('Дата приказа*').type('?' + ENTER)
    t.until('дата, например 15.09.2025').until('п. 9. Назначение наставника').until('Дата приказа*: ')
    t.type('31.02.2025' + ENTER).until('такого дня нет: в феврале 2025 года 28 дней').until('Дата приказа*: ')
    t.type('01.09.2025' + ENTER).until('Заголовок')


@case(['add', 'organization', 'кураторы'])
def tab_completes_a_surname_and_a_code(t, folder):
    """Tab дополняет фамилию и слова кода."""
    t.until('Куратор: ').type('Сок' + TAB).until('олова').type(ENTER).until('= Соколова Марина Петровна')
    t.until('С какого дня куратор').type('10.09.2025' + ENTER)
    t.until('Кем работает куратор*').type('сотр' + TAB).until('удник социального партнёра').type(ENTER)
    t.until('Приказ о назначении куратора').type('95-од' + ENTER).until('№ 95-од')
    t.until('Ещё поле пункта?').type(ENTER).until('следующий').until('Куратор: ').type(ENTER)
    t.until('Записать?').type('д' + ENTER).until('записано')
    assert t.ends() == 0
    assert 'person: p-017' in held(folder, 'organization.yaml')
    assert 'basis: social_partner' in held(folder, 'organization.yaml')


@case(['set', 'organization', 'system_administrator'])
def tab_on_nothing_offers_people(t, folder):
    """Tab на пустой строке: люди по фамилиям, а не начало номера."""
    t.until(']: ').type(TAB).until('  Гущина — p-002, Гущина Елена Сергеевна').until('  Ким — ').until(']: ')
    t.type('Гу' + TAB).until('щина').type(ENTER).until('= Гущина').until('Записать?').type('н' + ENTER).ends()


@case(['add', 'organization', 'кураторы'])
def tab_on_nothing_of_a_choice(t, folder):
    """Tab на пустой строке выбора — его слова."""
    t.until('Куратор: ').type('Соколова' + ENTER).until('С какого дня').type('10.09.2025' + ENTER)
    t.until('Кем работает куратор*: ').type(TAB).until('  заместитель руководителя').until('  сотрудник социального партнёра')
    t.type(CTRL_C).ends()


@case(['new', 'наставляемого', 'Лаптев'])
def tab_lists_what_there_is(t, folder):
    """Где подходит несколько, Tab перечисляет; где ничего — молчит."""
    t.until('Внесён в банк').type('10.09.2025' + ENTER)
    t.until('Категория наставляемого*: ').type(TAB).until('  молодой специалист').until('  студент')
    t.until('Категория наставляемого*: ').type('щщщ' + TAB).until('щщщ').type(BACKSPACE * 3)
    t.type('мол' + TAB).until('одой специалист').type(ENTER).until('записать всё же?')


@case(['set', 'programs/2025-003'])
def tab_completes_a_title(t, folder):
    """Поле можно начать русским названием."""
    t.until('Какое поле?').type('окон' + TAB).until('Окончание по первоначальному плану').type(ENTER)
    t.until('[2026-05-29]').type('30.05.2026' + ENTER).until('Ещё поле?').type(ENTER)
    t.until('+ end: 2026-05-30').until('Записать?').type('н' + ENTER).until('ничего не записано')
    assert os.waitstatus_to_exitcode(t.ends()) == 1
    assert 'end: 2026-05-29' in held(folder, 'programs/2025-003.yaml')


@case(['set', 'organization', 'archive'])
def editing_keys(t, folder):
    """Одна буква — одно нажатие Backspace; стрелки и начало строки."""
    t.until('> ').type('Шкафы' + BACKSPACE + LEFT + 'ф' + BACKSPACE + CTRL_A + 'Новый ' + ENTER)
    t.until('+ archive: Новый Шкаф').until('Записать?').type('д' + ENTER).until('записано')
    assert t.ends() == 0
    assert 'archive: Новый Шкаф\n' in held(folder, 'organization.yaml')


def changes_nothing(t, folder, keys, ends):
    was = tree(folder)
    t.until('Наставник*').type('Петров' + ENTER).until('это тот человек?').type('н' + ENTER)
    t.until('Внести?').type('д' + ENTER).until('Фамилия, имя, отчество*').type('Петров Пётр Петрович' + ENTER)
    t.until('Год рождения').type(keys[0])
    for key in keys[1:]:
        t.until('не внесено').until('Наставник*: ').type(key)
    t.until('ничего не записано')
    status = t.ends()
    assert ends(status), f'it ended with {status}'
    assert tree(folder) == was, 'files have changed'
    assert termios.tcgetattr(t.terminal) == t.before, 'the terminal is not what it was'


@case(['new', 'пару'])
def ctrl_c_in_the_middle(t, folder):
    """Ctrl-C посередине: ничего не записано, терминал прежний."""
    changes_nothing(t, folder, ['19' + CTRL_C], lambda status: os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGINT)


@case(['new', 'пару'])
def ctrl_d_in_the_middle(t, folder):
    """Ctrl-D на пустой строке: прочь от человека, потом от всего."""
    changes_nothing(t, folder, [CTRL_D, CTRL_D], lambda status: os.waitstatus_to_exitcode(status) == 1)


@case(['new', 'пару'], LANG='C')
def ctrl_d_without_a_locale(t, folder):
    """LANG=C: буквы те же."""
    changes_nothing(t, folder, [CTRL_D, CTRL_D], lambda status: os.waitstatus_to_exitcode(status) == 1)


@case(['new', 'приказ'], width=60)
def a_narrow_window(t, folder):
    """60 колонок: строки не длиннее."""
    t.until('Номер приказа').type('99-од' + ENTER).until('Дата приказа').type('?' + ENTER).until('п. 10').until('Дата приказа*: ')
    for line in t.text().splitlines():
        assert len(line) <= 60, f'too long: {line}'


@case(['set', 'organization', 'archive'], TERM='dumb', LANG='C')
def a_dumb_terminal(t, folder):
    """TERM=dumb, LANG=C: строку можно ввести и поправить."""
    t.until('> ').type('Шкафы' + BACKSPACE + ENTER).until('+ archive: Шкаф').until('Записать?').type('д' + ENTER)
    t.until('записано')
    assert t.ends() == 0
    assert 'archive: Шкаф\n' in held(folder, 'organization.yaml')


@case(['set', 'organization', 'archive'], TERM='nobody-knows')
def an_unknown_terminal(t, folder):
    """Терминал, которого никто не знает."""
    t.until('> ').type('Шкаф' + ENTER).until('Записать?').type('д' + ENTER).until('записано')
    assert t.ends() == 0


@case(['add', 'Ким', 'difficulties'])
def others_may_write_meanwhile(t, folder):
    """Пока отвечают, пишет другой: тот же файл не перезаписывается."""
    t.until('Когда выявлено').type('10.09.2025' + ENTER).until('затруднение*').type('Дисциплина' + ENTER)
    t.until('Ещё поле пункта?').type(ENTER)
    t.until('следующий').until('Когда выявлено: ').type(ENTER).until('Записать?')
    path = f'{folder}/mentees/p-031.yaml'
    with open(path, 'a', encoding='utf-8') as file:
        file.write('# пока отвечали\n')
    t.type('д' + ENTER).until('записи изменились, пока вы отвечали')
    assert os.waitstatus_to_exitcode(t.ends()) == 1
    assert 'Дисциплина' not in held(folder, 'mentees/p-031.yaml')


@case(['new', 'приказ'])
def typed_ahead(t, folder):
    """Что набрано раньше вопроса, на него и отвечает."""
    t.until('Номер приказа').type(ENTER.join(['99-од', '05.09.2025', 'О наставничестве', 'назначить наставников', '', '', '', 'д', '']))
    t.until('записано')
    assert t.ends() == 0
    assert 'title: О наставничестве\nkinds: [appoint_mentors]\nsigned_by: p-001\n' in held(folder, 'orders/2025-99-od.yaml')


@case(['new', 'приказ'])
def pasted_lines(t, folder):
    """Вставленные строки — один ответ; табуляция в них — пробел."""
    t.until('Номер приказа').type('99-од' + ENTER).until('Дата приказа').type('05.09.2025' + ENTER)
    t.until('Заголовок').type('\x1b[200~О наставничестве\rи\tнаставниках\n\x1b[201~ в школе' + ENTER)
    t.until('Что решает приказ').type('назначить наставников' + ENTER).until('ещё').type(ENTER)
    t.until('Кто подписал').type(ENTER).until('Ещё поле?').type(ENTER)
    t.until('+ title: О наставничестве и наставниках в школе').until('Записать?').type('н' + ENTER).ends()


@case(['set', 'organization', 'archive'])
def stopped_and_gone_on_with(t, folder):
    """Ctrl-Z и fg: строка снова видна и правится дальше."""
    t.until('> ').type('Шк').until('Шк').forget()
    os.kill(t.pid, signal.SIGSTOP)
    os.waitpid(t.pid, os.WUNTRACED)
    termios.tcsetattr(t.terminal, termios.TCSANOW, t.before)  # as a shell does
    os.kill(t.pid, signal.SIGCONT)
    t.until('> Шк').type('афф' + BACKSPACE + ENTER).until('+ archive: Шкаф').until('Записать?').type('н' + ENTER).ends()


@case(['set', 'organization', 'archive'])
def another_window(t, folder):
    """Окно стало уже: строка показана заново."""
    t.until('> ').type('Шкаф').until('Шкаф').forget()
    fcntl.ioctl(t.terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 40, 0, 0))
    t.until('> Шкаф').type(ENTER).until('+ archive: Шкаф').until('Записать?').type('н' + ENTER).ends()


def nobody_to_ask(program, folder):
    """Без терминала нехватка — ошибка команды, как всегда."""
    ended = subprocess.run([program, 'new', 'приказ'], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert ended.returncode == 2 and 'не хватает' in ended.stderr, ended.stderr


def main():
    program = os.path.abspath(sys.argv[1])
    wanted, faults = sys.argv[2:], []
    with tempfile.TemporaryDirectory() as world:
        for test, words, around in CASES:
            if wanted and test.__name__ not in wanted:
                continue
            folder = f'{world}/{test.__name__}'
            shutil.copytree(f'{SOURCE}/tests/base/pair', folder)
            terminal = Terminal(program, ['--as-of', '2025-09-15', *words], folder, **around)
            try:
                test(terminal, folder)
            except AssertionError as fault:
                faults.append(f'{test.__name__}: {fault}')
            terminal.close()
        try:
            nobody_to_ask(program, f'{SOURCE}/tests/base/pair')
        except AssertionError as fault:
            faults.append(f'nobody_to_ask: {fault}')
    print('\n'.join(faults) or f'{len(CASES)} cases')
    sys.exit(1 if faults else 0)


main()
