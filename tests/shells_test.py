#!/usr/bin/env python3
"""Completion in the real shells, key by key through a pseudo-terminal:  shells_test.py NASTAVNIK [SHELL...]

A shell is bash, "bash with bash-completion", zsh or fish, or one of these with "installed" behind it: the script lies then where
the shell finds it by itself.

Each case types keys, then asks the shell itself for its line, or reads what it lists on the screen.
"""
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

PATIENCE = float(os.environ.get("PATIENCE", 90))  # seconds for one answer, on a machine that does much else
SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TAB = '\t'
LEFT = '\x1b[D'
ASK = '\x07'  # ^G: the shell writes its line
CLEAR = '\x0b'  # ^K; ^U is taken by a terminal whose shell is not reading just then

SET_UP = {
    'bash': r'''
PS1='ready> '
bind 'set completion-query-items 0'
bind 'set page-completions off'
bind 'set enable-bracketed-paste off'
bind 'set bell-style none'
bind 'set bind-tty-special-chars off'
bind -x '"\C-g": printf "<<%s>>\n" "$READLINE_LINE"'
bind '"\C-k": kill-whole-line'
''',
    'zsh': r'''
PS1='ready> ' LISTMAX=10000
setopt NO_BEEP
autoload -Uz compinit && compinit -u -d "$HOME/zcompdump"
written() { zle -I; print -r -- "<<$BUFFER>>" }
zle -N written
bindkey '^G' written
bindkey '^K' kill-whole-line
''',
    'fish': r'''
function fish_prompt; printf 'ready> '; end
function fish_greeting; end
bind \cg 'printf "<<%s>>\n" (commandline); commandline -f repaint'
bind \ck 'commandline ""'
''',
}


# Where a shell looks for a script by itself, below the home of the test.
PLACES = {'bash': 'bash/completions/nastavnik', 'zsh': 'zsh/_nastavnik', 'fish': 'fish/completions/nastavnik.fish'}


class Shell:
    """A shell on a pseudo-terminal."""

    def __init__(self, argv, folder, variables):
        self.seen = ''
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(argv[0], argv, variables)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 60, 180, 0, 0))
        self.bytes = b''

    def read(self, seconds):
        """Whatever comes within that time; whether anything did."""
        if select.select([self.terminal], [], [], seconds)[0]:
            try:
                self.bytes += os.read(self.terminal, 65536)
            except OSError:
                raise AssertionError('the shell has ended:\n' + self.screen())
            return True
        return False

    def screen(self):
        """What was written since the last keys, without what steers the terminal."""
        text = self.bytes.decode('utf-8', 'replace')
        text = re.sub(r'\x1b\][^\x07\x1b]*(\x07|\x1b\\)', '', text)
        return re.sub(r'\x1b[\[(][0-9;?>=]*[ -/]*[@-~]|\x1b[=>78]|[\x00-\x08\x0b-\x1f]', '', text)

    def press(self, keys):
        self.bytes = b''
        os.write(self.terminal, keys.encode())

    def until(self, holds, what, again=''):
        """Waits, and presses a key twice again where nothing more comes."""
        end, left = time.monotonic() + PATIENCE, 2 if again else 0
        while not holds():
            assert time.monotonic() < end, f'{what}; the screen shows:\n{self.screen()}'
            if not self.read(1) and left > 0:
                os.write(self.terminal, again.encode())
                left -= 1

    def line(self):
        """The line that the shell has, as it says."""
        self.press(ASK)
        self.until(lambda: re.search(r'<<(.*?)>>', self.screen()), 'the shell did not write its line')
        return re.search(r'<<(.*?)>>', self.screen(), re.S).group(1)

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


class Tried:
    """The cases of one shell."""

    def __init__(self, name, shell):
        self.name, self.shell, self.count, self.faults = name, shell, 0, []

    def begin(self, keys):
        self.shell.press(CLEAR)
        self.until_line('')
        self.shell.press(keys)

    def until_line(self, wanted):
        end = time.monotonic() + PATIENCE
        while (line := self.shell.line()) != wanted:
            assert time.monotonic() < end, f'the line is {line!r}, not {wanted!r}'
            time.sleep(0.1)

    def case(self, what, test):
        self.count += 1
        try:
            test()
        except AssertionError as fault:
            self.faults.append(f'{self.name}: {what}: {fault}')

    def becomes(self, typed, wanted):
        """After Tab the line is this."""

        def test():
            self.begin(typed)
            self.until_line(typed)
            self.shell.press(TAB)
            self.until_line(wanted)

        self.case(repr(typed), test)

    def lists(self, typed, *wanted, no=()):
        """After Tab, and another where one lists nothing yet, these stand on the screen."""

        def test():
            self.begin(typed)
            self.until_line(typed)
            self.shell.press(TAB)
            spaced = lambda: re.sub(r'\s+', ' ', self.shell.screen())
            self.shell.until(lambda: all(one in spaced() for one in wanted), f'not all of {wanted} is listed', TAB)
            for one in no:
                assert one not in spaced(), f'{one!r} is listed'

        self.case(repr(typed), test)

    def stays(self, typed):
        """Nothing is offered, and nothing is said."""

        def test():
            self.begin(typed)
            self.until_line(typed)
            self.shell.press(TAB)
            for _ in range(5):
                self.shell.read(0.2)
            assert 'nastavnik:' not in self.shell.screen(), f'an error is told:\n{self.shell.screen()}'
            assert (line := self.shell.line()) == typed, f'the line is {line!r}'

        self.case(repr(typed), test)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def make_world(world, program):
    """The example school; the same with names that are hard to tell and to write; one whose settings are broken."""
    example = os.path.join(SOURCE, 'examples/school')
    shutil.copytree(example, f'{world}/school')
    shutil.copytree(example, f'{world}/моя школа: 2')
    shutil.copytree(example, f'{world}/broken')
    write(f'{world}/broken/nastavnik.yaml', 'format: [\n')
    write(f'{world}/broken/people/p-185760.yaml', '}}}\n')
    for number, name in (('p-111111', 'Ябеда Анна Ивановна'), ('p-222222', 'Ябеда Олег Петрович'),
                         ('p-333333', 'Зло;$(exit)ский Пётр Ильич'), ('p-444444', "О'Хара Ольга Ильинична")):
        write(f'{world}/school/people/{number}.yaml', f'full_name: {name}\n')
    shutil.copytree(f'{world}/school', f'{world}/apart')
    shutil.move(f'{world}/apart/people', f'{world}/people elsewhere')
    os.makedirs(f'{world}/nowhere')
    os.makedirs(f'{world}/bin')
    os.symlink(program, f'{world}/bin/nastavnik')


def commands_and_options(t, replaces):
    t.becomes('nastavnik che', 'nastavnik check ')
    t.becomes('nastavnik пров', 'nastavnik проверить ')
    t.becomes('nastavnik help оболо', 'nastavnik help оболочка ')
    t.lists('nastavnik ', 'check', 'проверить записи', 'document', 'составить документ по записям')
    t.lists('nastavnik п', 'проверить', 'правила', 'пояснить', 'пункты', no=('check',))
    t.becomes('nastavnik check --nam', 'nastavnik check --names ')
    t.becomes('nastavnik проверить --на-', 'nastavnik проверить --на-дату ')
    t.lists('nastavnik check --s', '--select', '--severity', '--strict', '--statistics')
    t.lists('nastavnik проверить --стро', '--строгость', '--строго', no=('--strict',))
    t.lists('nastavnik check --format ', 'sarif', 'gitlab', 'Code Quality')
    t.becomes('nastavnik check --format js', 'nastavnik check --format json ')
    t.becomes('nastavnik check --format=js', 'nastavnik check --format=json ')
    t.becomes('nastavnik check --вид=js', 'nastavnik check --вид=json ')
    t.becomes('nastavnik --lang ru check --fail-on war', 'nastavnik --lang ru check --fail-on warning ')
    if replaces:
        t.becomes('nastavnik ghjdt', 'nastavnik проверить ')
        t.becomes('nastavnik срус', 'nastavnik check ')


def catalogue(t):
    t.lists('nastavnik explain P2-', 'P2-2', 'программа длится меньше 3 месяцев')
    t.becomes('nastavnik explain program-too-sh', 'nastavnik explain program-too-short ')
    t.becomes('nastavnik explain -- program-too-sh', 'nastavnik explain -- program-too-short ')
    t.becomes('nastavnik check --select P2-2,program-too-sh', 'nastavnik check --select P2-2,program-too-short ')
    t.lists('nastavnik coverage 11.', '11.5', '11.12')
    t.lists('nastavnik document order-', 'order-pairs', 'order-curator')
    t.becomes('nastavnik report stat', 'nastavnik report statistics ')
    t.becomes('nastavnik report final --year 2024', 'nastavnik report final --year 2024-2025 ')


def records(t, replaces):
    t.lists('nastavnik report journal 2025-', '2025-150794', 'Дорофеева – Ефимова', 'Рогозина – группа')
    t.becomes('nastavnik report journal 2025-15', 'nastavnik report journal 2025-150794 ')
    t.becomes('nastavnik report journal Кравц', 'nastavnik report journal Кравцова ')
    t.becomes('nastavnik show Кравц', 'nastavnik show Кравцова ')
    t.becomes('nastavnik show p-61820', 'nastavnik show p-618204 ')
    t.lists('nastavnik show ', 'people/', 'programs/', 'orders/')
    t.lists('nastavnik list наст', 'наставники', 'наставляемые')
    t.becomes('nastavnik список учеб', 'nastavnik список учебные\\ годы ')
    t.becomes('nastavnik waive P2-2 programs/2025-15', 'nastavnik waive P2-2 programs/2025-150794 ')
    t.lists('nastavnik waive P2-2 programs/2025-', '2025-150794', 'Дорофеева – Ефимова')
    t.lists('nastavnik waive --by p-', 'p-618204', 'Кравцова Людмила Анатольевна', 'p-111111')
    t.becomes('nastavnik waive --by=Кравц', 'nastavnik waive --by=Кравцова ')
    t.becomes('nastavnik waive --by "Кравц', 'nastavnik waive --by "Кравцова" ')
    t.becomes("nastavnik waive --by 'Кравц", "nastavnik waive --by 'Кравцова' ")
    t.becomes('nastavnik waive --by Ябеда\\ А', 'nastavnik waive --by Ябеда\\ Анна\\ Ивановна ')
    t.becomes('nastavnik waive --by "Ябеда О', 'nastavnik waive --by "Ябеда Олег Петрович" ')
    t.becomes('nastavnik show Зло', 'nastavnik show Зло\\;\\$\\(exit\\)ский ')
    t.becomes("nastavnik show О\\'Ха", "nastavnik show О\\'Хара ")
    t.becomes('nastavnik show "О\'Ха', 'nastavnik show "О\'Хара" ')
    t.becomes('nastavnik show "Зло', 'nastavnik show "Зло;\\$(exit)ский" ')
    t.lists('nastavnik waive --by Ябе', 'Анна', 'Олег', 'p-222222')
    t.becomes('nastavnik -C "../моя школа: 2" report journal 2025-15',
              'nastavnik -C "../моя школа: 2" report journal 2025-150794 ')
    t.becomes('nastavnik --папка=../моя\\ школа:\\ 2 отчёт journal 2025-15',
              'nastavnik --папка=../моя\\ школа:\\ 2 отчёт journal 2025-150794 ')
    t.becomes('nastavnik -C ../apart waive --by Кравц', 'nastavnik -C ../apart waive --by Кравц')
    t.becomes('nastavnik -C ../apart --people "../people elsewhere" waive --by Кравц',
              'nastavnik -C ../apart --people "../people elsewhere" waive --by Кравцова ')
    if replaces:
        t.lists('nastavnik show 2025-15', 'pairs/2025-150794', 'programs/2025-150794')
    else:  # one id of several records
        t.becomes('nastavnik show 2025-15', 'nastavnik show 2025-150794 ')
    if replaces:
        t.becomes('nastavnik waive --by rhfdw', 'nastavnik waive --by Кравцова ')
        t.lists('nastavnik document order-pairs Дорофеева', '2025-150794', 'Дорофеева – Ефимова', no=('Рогозина',))


def files(t):
    t.becomes('nastavnik check prog', 'nastavnik check programs/')
    t.becomes('nastavnik -C ../мо', 'nastavnik -C ../моя\\ школа:\\ 2/')
    t.becomes('nastavnik check -- organ', 'nastavnik check -- organization.yaml ')
    t.becomes('nastavnik --people ../peo', 'nastavnik --people ../people\\ elsewhere/')


def in_the_middle(t):
    def test():
        t.begin('nastavnik expl P2-2')
        t.shell.press(LEFT * 5 + TAB)
        end = time.monotonic() + PATIENCE
        while (line := t.shell.line()) not in ('nastavnik explain P2-2', 'nastavnik explain  P2-2'):
            assert time.monotonic() < end, f'the line is {line!r}'

    t.case('in the middle of a line', test)


def where_little_can_be_read(t):
    t.becomes('nastavnik -C ../broken report journal 2025-15', 'nastavnik -C ../broken report journal 2025-150794 ')
    t.stays('nastavnik -C ../broken report journal Кравц')
    t.stays('nastavnik -C ../nowhere report journal 2025-15')
    t.stays('nastavnik -C ../is-not-there report journal 2025-15')
    t.becomes('nastavnik -C ../nowhere che', 'nastavnik -C ../nowhere check ')
    t.stays('nastavnik frob 2025-15')


def try_shell(name, world, program):
    shell = name.split(' ')[0]
    variables = {'PATH': f'{world}/bin:{os.environ["PATH"]}', 'HOME': f'{world}/home', 'TERM': 'xterm', 'LANG': 'C.UTF-8',
                 'XDG_CONFIG_HOME': f'{world}/home', 'XDG_DATA_HOME': f'{world}/home', 'LC_MESSAGES': 'ru_RU.UTF-8'}
    script = subprocess.run([program, 'shell', shell], check=True, capture_output=True, text=True).stdout
    installed = name.endswith(' installed')
    before, after = '', script
    if installed:
        write(f'{world}/home/{PLACES[shell]}', script)
        before, after = f'fpath=({world}/home/zsh $fpath)\n' if shell == 'zsh' else '', ''
        variables['BASH_COMPLETION_USER_DIR'] = f'{world}/home/bash'
    if 'bash-completion' in name or (installed and shell == 'bash'):
        before += '. /usr/share/bash-completion/bash_completion\n'
    write(f'{world}/home/{name}.rc', before + SET_UP[shell] + after)
    argv = {'bash': ['bash', '--norc', '--noprofile', '-i'],
            'zsh': ['zsh', '-f', '-i'],
            'fish': ['fish', '-i'] if installed else ['fish', '--no-config', '-i']}[shell]
    running = Shell(argv, f'{world}/school', variables)
    running.press(f'. {world}/home/"{name}.rc"\r' if shell != 'fish' else f'source {world}/home/"{name}.rc"\r')
    running.until(lambda: 'ready> ' in running.screen(), f'{name} did not start')
    t = Tried(name, running)
    replaces = shell != 'fish'  # what does not begin as it was typed fish takes out of what it is offered
    commands_and_options(t, replaces)
    if installed:
        return ended(t)
    catalogue(t)
    records(t, replaces)
    files(t)
    in_the_middle(t)
    if shell == 'bash':  # what several begin with would take the place of the name
        t.becomes('nastavnik document order-pairs Дорофеева', 'nastavnik document order-pairs Дорофеева')
    where_little_can_be_read(t)
    return ended(t)


def ended(t):
    t.shell.close()
    print(f'{t.name}: {t.count} cases, {len(t.faults)} faults')
    return t.faults


def main():
    program = os.path.abspath(sys.argv[1])
    names = sys.argv[2:] or ['bash', 'bash with bash-completion', 'zsh', 'fish', *(f'{shell} installed' for shell in PLACES)]
    faults = []
    with tempfile.TemporaryDirectory() as world:
        make_world(world, program)
        for name in names:
            faults += try_shell(name, world, program)
    print('\n'.join(faults))
    sys.exit(1 if faults else 0)


main()
