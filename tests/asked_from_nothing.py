#!/usr/bin/env python3
"""A registry equal to tests/base/pair from an empty folder, all its records by questions answered in a terminal (tmux):
asked_from_nothing.py NASTAVNIK

Each prompt is answered by what stands for it in the step, Enter where nothing does. The screens between
`<!-- screen: NAME -->` and the end of the block in man/asking.md and man/ru/asking.md are what the terminal shows; UPDATE=1
rewrites them.
"""
import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time

import yaml

PATIENCE = float(os.environ.get('PATIENCE', 90))  # seconds for one answer, on a machine that does much else
SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WIDTH, HEIGHT = 80, 60
ALWAYS = {'Записать?': 'д', 'Внести?': 'д', 'Write it?': 'y', 'Enter them?': 'y', 'Enter one?': 'y'}


def order(number, title, kinds):
    return ['new приказ', {'Номер приказа': number, 'Дата приказа': '01.09.2025', 'Заголовок': title, 'Что решает приказ': kinds}]


def person(name, begins, title, category):
    return ['new человека', {'Фамилия, имя, отчество': name, 'С какого дня': begins, 'Должность': title, 'Категория должности': category}]


STEPS = [
    person('Орлова Татьяна Викторовна', '20.08.2018', 'директор', 'руководитель'),
    person('Гущина Елена Сергеевна', '01.09.2016', 'заместитель директора по учебно-воспитательной работе', 'заместитель руководителя'),
    person('Лаптев Игорь Олегович', '01.02.2021', 'системный администратор', 'иной работник'),
    ['set organization', {'Какое поле?': 'archive', 'Где хранятся': 'Канцелярия, дело 01-27 «Наставничество»',
                          'Ещё поле?': ['сайт', ''], 'Адрес официального': 'https://klyuchevskaya.example.ru',
                          'Адрес раздела': 'https://klyuchevskaya.example.ru/nastavnichestvo'}],
    ['add organization руководители', {'Кто руководит': 'Орлова', 'С какого дня': '20.08.2018'}],
    order('94-од', 'Об утверждении положения о системе наставничества педагогических работников в МБОУ «Ключевская СОШ»', 'утвердить положение'),
    order('95-од', 'О назначении куратора реализации программ наставничества', 'назначить куратора'),
    order('96-од', 'Об утверждении дорожной карты на 2025/26 учебный год', 'утвердить дорожную карту'),
    ['new приказ', {'Номер приказа': '97-од', 'Дата приказа': ['?', '31.09.2025', '01.09.2025'], 'Заголовок': 'О назначении наставника',
                    'Что решает приказ': 'назначить н\t'}, 'order'],
    order('98-од', 'О закреплении наставнической пары', 'утвердить наставляемых, закрепить пары и группы'),
    ['add organization кураторы', {'Куратор': 'Гущина', 'С какого дня': '01.09.2025', 'Кем работает': 'заместитель руководителя', 'Приказ о назначении': '95-од'}],
    ['set organization system_administrator --plainly', {'администратор': 'Лаптев'}],
    ['set regulation', {'Какое поле?': 'approved_on', 'Дата утверждения': '01.09.2025', 'Ещё поле?': ['effective_from', 'order', ''],
                        'Вступило в силу': '01.09.2025', 'Приказ': '94-од'}],
    ['new человека', {
        'Фамилия, имя, отчество': 'Ким Дарья Романовна', 'Год рождения': '2002', 'Год начала': '2025', 'С какого дня': ['25.08.2025', ''],
        'Должность': 'учитель математики', 'Категория должности': 'педагогический работник',
        'На что дано согласие': ['обработка персональных данных', ''], 'Дата согласия': '29.08.2025', 'Как дано согласие': 'на бумаге, с подписью'}],
    ['new пару', {
        'Наставник': 'Соколова Марина Петровна', 'Год рождения': '1974', 'Год начала': '1996', 'С какого дня': ['26.08.1996', ''],
        'Должность': 'учитель математики', 'Категория должности': 'пед\t', 'На что дано согласие': ['обработка\t', ''],
        'Дата согласия': '29.08.2025', 'Как дано согласие': 'на бум\t', 'Внесён в банк наставников': '01.09.2025',
        'Дата анкеты': '29.08.2025', 'Темы, в которых': 'методика обучения и преподавания, предметное содержание',
        'Наставляемый': ['Ким', ''], 'Внесён в банк наставляемых': '01.09.2025', 'Категория наставляемого': 'мол\t',
        'Дата запроса': '29.08.2025', 'Тема запроса': 'методика\t', 'Когда выявлено': '29.08.2025',
        'Профессиональное затруднение': 'Планирование урока по времени', 'кто кому наставник': 'педагог - педагог'}, 'pair'],
    ['add Соколова appointments', {'Дата согласия': '29.08.2025', 'Как дано согласие': 'на бумаге, с подписью',
                                   'Приказ о назначении': '97-од', 'С какого дня': '01.09.2025'}],
    ['add Соколова labour_terms', {'Трудовой договор': 'дополнительное соглашение', 'Дата': '01.09.2025',
                                   'Что записано': 'содержание, срок, форма, размер оплаты, условия оплаты'}],
    ['add Соколова training', {'День окончания': '28.03.2025', 'Вид обучения': 'курс', 'Название': 'Наставничество в школе'}],
    ['add Ким strengths', {'Сильная сторона': 'Уверенно владеет цифровыми средствами'}],
    ['add Ким acquaintance', {'Дата ознакомления': '01.09.2025', 'С какими актами': 'Положение о системе наставничества'}],
    ['set PAIR formation', {'Когда пара': '01.09.2025', 'Кто участвовал': 'Гущина, Соколова, Ким', 'Каких наставников': 'Соколова',
                            'По каким критериям': 'опыт, соответствие запросу', 'Почему выбран': 'Тот же предмет, запрос о методике урока.'}],
    ['add PAIR interest', {'Кто ответил': ['Соколова', 'Ким', ''], 'Когда': ['01.09.2025'] * 2, 'интерес есть': ['да'] * 2}],
    ['add PAIR consents', {'Кто дал согласие': ['Соколова', 'Ким', ''], 'Дата согласия': ['01.09.2025'] * 2,
                           'Как дано': ['на бумаге, с подписью'] * 2, 'дополнительные обязанности': ['да'] * 2}],
    ['set PAIR order --plainly', {'Приказ о закреплении': '98-од'}],
    ['new программу', {
        'Начало': '01.09.2025', 'Окончание': '29.05.2026', 'Цель': 'Уверенно планировать и проводить урок.',
        'Почему такая форма': 'В школе есть опытный учитель того же предмета.', 'Каким задачам': 'адаптация',
        'Виды наставничества': 'традиционное', 'Направления работы': 'методика обучения и преподавания',
        'Мероприятие': ['Взаимопосещение уроков', 'Мастер-класс о цифровых средствах на уроке', ''],
        'Затруднения и сильные': ['Ким/d1', 'Ким/s1'], 'Срок — день': ['31.10.2025', '28.11.2025'], 'Ответственный': ['Соколова', 'Ким'],
        'Ещё поле?': ['drafted_with', ''], 'Кто участвовал': ['Ким', ''], 'Когда': '01.09.2025'}],
    ['set PAIR start --plainly', {'Начало работы': '01.09.2025'}],
    ['new "учебный год"', {'Какой учебный год': '2025-2026', 'Приказ об утверждении': '96-од'}],
    ['add 2025-2026 roadmap.items', {
        'Этап': ['подготовка', 'банк наставляемых', 'банк наставников', 'отбор и обучение', 'работа пар и групп',
                 'завершение программ', 'информационная поддержка', ''],
        'Содержание': ['Приказы и программы', 'Банк наставляемых', 'Банк наставников', 'Отбор и обучение наставников',
                       'Работа пар по программам', 'Анкетирование и круглый стол', 'Раздел сайта'],
        'Срок словами': ['сентябрь'] * 4 + ['в течение года', 'май', 'в течение года'],
        'по должности': ['руководитель, куратор', 'куратор', 'куратор', 'куратор', 'наставники', 'куратор', 'системный администратор']}],
    *[[f'set 2025-2026 roadmap.items.r{item}.done_on', {'Выполнен': '02.09.2025'}] for item in range(1, 5)],
    ['new публикацию', {
        'Как назвать': 'section', 'Что размещено': 'running_programs, mentor_base, mentee_base, legal_base, guidelines, news',
        'Адрес страницы': 'https://klyuchevskaya.example.ru/nastavnichestvo', 'Сайт или': 'сайт', 'Размещено': '05.09.2025',
        'Уровни': 'федеральный, региональный, локальный',
        'этапы': 'подготовка, банк наставляемых, банк наставников, отбор и обучение, работа пар и групп, завершение программ, '
                 'информационная поддержка',
        'О какой программе': ['PROGRAM', '']}],
]

# For the English guide, once all is there; taken back by nobody.
ENGLISH = [
    ['new order', {'Number of the order': '99-од', 'Date of the order': ['?', '31.09.2025', '01.09.2025'], 'Title': 'О назначении наставника',
                   'What the order': 'appoint m\t'}, 'order'],
    ['new pair', {'Mentor': 'Петров Пётр Петрович', 'Mentee': ['Ким', ''], 'Year of birth': '1970',
                  'Year in which': '1992', 'From which day': ['01.09.2010', ''], 'Title of the position': 'учитель физики',
                  'Category of the': 'teaching\t', 'What is consented': ['processing\t', ''], 'Date of the consent': '29.08.2025',
                  'How the consent': 'paper\t', 'Entered in the bank': '01.09.2025', 'Date of the questionnaire': '29.08.2025',
                  'Topics the mentor': 'subject\t', 'who mentors whom': 'teacher to teacher'}, 'pair'],
]


class Screen:
    """A terminal of tmux with a shell in it."""

    def __init__(self, program, folder):
        self.socket = f'{folder}/tmux'
        shell = f'{folder}/shell'
        with open(shell, 'w', encoding='utf-8') as file:
            file.write(f'nastavnik() {{ {shlex.quote(program)} --as-of 2025-09-05 $OPTIONS "$@"; }}\nPS1="\\$ "\n')
        self.tmux('-f', '/dev/null', 'new-session', '-d', '-x', str(WIDTH), '-y', str(HEIGHT), '-c', f'{folder}/registry',
                  'env', 'LC_ALL=C.UTF-8', 'LANGUAGE=', f'HOME={folder}', 'bash', '--norc', '--noprofile', '--init-file', shell)
        self.tmux('send-keys', '-l', f'. {shlex.quote(shell)}; clear')
        self.press('Enter')
        self.wait('', lambda shown: shown == '$')

    def tmux(self, *words):
        return subprocess.run(['tmux', '-u', '-S', self.socket, *words], check=True, capture_output=True, text=True).stdout

    def press(self, key):
        self.tmux('send-keys', key)

    def shown(self):
        return '\n'.join(line.rstrip() for line in self.tmux('capture-pane', '-p', '-S', '-').splitlines()).strip('\n')

    def wait(self, before, holds):
        end, last = time.monotonic() + PATIENCE, None
        while True:
            shown = self.shown()
            if shown != before and shown == last and holds(shown) and self.tmux('display-message', '-p', '#{cursor_x}') != '0\n':
                return shown
            assert time.monotonic() < end, f'it hangs; the screen shows:\n{shown}'
            last = shown
            time.sleep(0.02)

    def type(self, text):
        before = self.shown()
        if text:
            self.tmux('send-keys', '-l', text)
        self.press('Enter')
        return self.wait(before, lambda shown: bool(re.search(r'([:>?]|\$)$', shown)))

    def clear(self):
        self.press('C-l')
        self.wait('', lambda shown: shown.endswith('$'))
        self.tmux('clear-history')
        self.wait('', lambda shown: shown == '$')

    def close(self):
        self.tmux('kill-server')


def prompts_on(shown):
    """What is asked now: a long title stands on a line or two before."""
    lines = [line.strip() for line in shown.splitlines()]
    return [lines[-2], ' '.join(lines[-3:-1])] if lines[-1] == '>' else [lines[-1]]


def answer_to(prompts, answers):
    """Each answer once, in their order; Enter behind the last one."""
    for prompt in prompts:
        fits = [title for title in answers if title in prompt]
        if fits:
            left = answers[max(fits, key=len)]
            return left.pop(0) if left else ''
        for title, answer in ALWAYS.items():
            if title in prompt:
                return answer
    return ''


def answered(screen, line, answers):
    """What the terminal shows at the end."""
    left = {title: [one] if isinstance(one, str) else list(one) for title, one in answers.items()}
    screen.clear()
    shown = screen.type(f'nastavnik {line}')
    for _ in range(100):
        if shown.splitlines()[-1] == '$':
            break
        shown = screen.type(answer_to(prompts_on(shown), left))
    unused = {title: one for title, one in left.items() if any(one)}
    assert not unused, f'{line}: nobody asked for {unused}; the screen shows:\n{shown}'
    assert re.search('^записано$|^written$', shown, re.M), f'{line}: not written; the screen shows:\n{shown}'
    return shown.removesuffix('\n$')


def only(folder):
    return [name[:-5] for name in os.listdir(folder) if name.endswith('.yaml')][0]


def drawn(folder):
    """What the ids that are drawn belong to: by the surname, and the pair."""
    called = {}
    for name in os.listdir(f'{folder}/people'):
        if name.endswith('.yaml'):
            with open(f'{folder}/people/{name}', encoding='utf-8') as file:
                called[name[:-5]] = yaml.safe_load(file)['full_name'].split()[0]
    return called | {name[:-5]: 'ПАРА' for name in os.listdir(f'{folder}/pairs') if name.endswith('.yaml')}


def records(folder):
    """What stands in the files; for ids that are drawn what they belong to."""
    called, held = drawn(folder), {}
    for below, _, names in os.walk(folder):
        for name in names:
            if name.endswith('.yaml') and '/.nastavnik' not in below:
                with open(f'{below}/{name}', encoding='utf-8') as file:
                    path, text = os.path.relpath(file.name, folder), file.read()
                for number, owner in called.items():
                    path, text = path.replace(number, owner), text.replace(number, owner)
                held[path] = yaml.safe_load(text)
    return held


def compare(folder):
    wanted, got = records(f'{SOURCE}/tests/base/pair'), records(folder)
    faults = []
    for path, record in wanted.items():
        if path in ('nastavnik.yaml', 'regulation.yaml'):  # init says more in them
            missing = {key: value for key, value in record.items() if got[path].get(key) != value}
        else:
            missing = None if got.get(path) == record else record
        if missing:
            faults.append(f'{path} is {got.get(path)}, not {missing}')
    return faults + [f'{path} is too much' for path in got if path not in wanted and '/' in path]


def steady(shown, folder):
    """The same ids each time, by the order in which they come."""
    for number in sorted(drawn(folder), key=lambda number: shown.find(number)):
        if number in shown:
            kind = number.split('-')[0]
            known = sorted(set(re.findall(rf'{kind}-1000[0-9]+', shown)))
            shown = shown.replace(number, f'{kind}-1000{len(known) + 1:02}')
    return shown


def faults_of_guide(path, screens):
    """Its screens are what was shown."""
    with open(path, encoding='utf-8') as file:
        guide = file.read()
    now = guide
    for name, shown in screens.items():
        block = re.compile(rf'(<!-- screen: {name} -->\n```text\n).*?(```\n)', re.S)
        assert block.search(now), f'{path} has no screen {name}'
        now = block.sub(lambda found, shown=shown: f'{found[1]}{shown}\n{found[2]}', now)
    if os.environ.get('UPDATE'):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(now)
        return []
    return [] if now == guide else [f'{path} shows other screens; UPDATE=1 rewrites them:\n' +
                                    '\n'.join(difflib.unified_diff(guide.splitlines(), now.splitlines(), lineterm=''))]


def play(screen, steps, registry):
    """What the named steps have shown."""
    screens = {}
    for line, answers, *name in steps:
        pair = only(f'{registry}/pairs') if 'PAIR' in line else ''
        if line == 'new публикацию':
            answers = {**answers, 'О какой программе': ['programs/' + only(f'{registry}/programs'), '']}
        shown = answered(screen, line.replace('PAIR', f'pairs/{pair}'), answers)
        if name:
            screens[name[0]] = steady(shown, registry)
    return screens


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as world:
        registry = f'{world}/registry'
        os.mkdir(registry)
        subprocess.run([program, 'init', '-q', '--name', 'МБОУ «Ключевская СОШ»', '--full-name', 'муниципальное бюджетное общеобразовательное '
                        'учреждение «Ключевская средняя общеобразовательная школа»'], cwd=registry, check=True)
        screen = Screen(program, world)
        try:
            russian = play(screen, STEPS, registry)
            faults = compare(registry)
            checked = subprocess.run([program, '--as-of', '2025-09-05', 'check'], cwd=registry, capture_output=True, text=True, check=False)
            screen.type("OPTIONS='--lang en'; clear")
            english = play(screen, ENGLISH, registry)
        finally:
            screen.close()
        if checked.returncode != 0:
            faults.append(checked.stdout)
    faults += faults_of_guide(f'{SOURCE}/man/ru/asking.md', russian) + faults_of_guide(f'{SOURCE}/man/asking.md', english)
    print('\n'.join(faults) or f'{len(STEPS)} commands')
    sys.exit(1 if faults else 0)


main()
