// Shows that an editor with yaml-language-server helps where a record is written: it completes keys and codes, tells
// what they mean, and underlines what is wrong, at the right columns with Cyrillic before them.
// In the texts below ‸ is the cursor and ⟦…⟧ is what the server must underline.
import { Editor } from './editor.mjs';
import { KINDS, path_of } from './records.mjs';
import { Tally } from './tally.mjs';

const PROGRAM = 'pair: 2025-001\nstart: 2025-09-03\nend: 2026-05-29\n';

const COMPLETED = [
  { title: 'a key at the top', text: `${PROGRAM}cur‸\n`, label: 'curator', documentation: /куратор/i },
  { title: 'a key inside a mapping', text: `${PROGRAM}completion:\n  date: 2026-05-22\n  gr‸\n`, label: 'ground', documentation: /[а-яё]/i },
  { title: 'a code', text: `${PROGRAM}completion:\n  date: 2026-05-22\n  ground: ‸\n`, label: 'by_curator', documentation: /куратор/i },
  { title: 'a code in a list', text: `${PROGRAM}tasks:\n  - adap‸\n`, label: 'adaptation', documentation: /адаптация/i },
];

const UNDERLINED = [
  { title: 'nothing in a good record', text: `${PROGRAM}tasks: [adaptation]\nx-note: 1\n` },
  { title: 'an unknown code', text: `${PROGRAM}completion: {explanation: Наставник уволился, ground: ⟦by_curatr⟧, date: 2026-05-22}\n` },
  { title: 'an unknown key', text: `${PROGRAM}schedule: {text: По средам после уроков, ⟦fixed⟧: 2025-09-03, fixed_on: 2025-09-03}\n` },
  { title: 'a date that is not one', text: `${PROGRAM}approved: {x-by: приказом директора, person: p-001, date: ⟦2025-9-1⟧}\n` },
  { title: 'a day that is not in the calendar', text: `${PROGRAM}goals:\n  - {text: Урок «по часам» 🎓, due_on: ⟦2026-02-29⟧}\n` },
  { title: 'a number where a text stands', text: `${PROGRAM}goals:\n  - {text: ⟦2026⟧, due_on: 2026-01-30}\n` },
  { title: 'an empty list', text: `${PROGRAM}tasks: ⟦[]⟧\n` },
  { title: 'two things at once', text: `${PROGRAM}goals:\n  - {text: План урока, due_on: ⟦2026-1-30⟧, ⟦until⟧: 2026-01-30}\n` },
];

const HOVERED = [
  { title: 'a key', text: `${PROGRAM}compl‸etion:\n  date: 2026-05-22\n  ground: plan_completed\n`, says: /завершени/i },
  { title: 'a key inside a mapping', text: `${PROGRAM}completion:\n  date: 2026-05-22\n  gro‸und: plan_completed\n`, says: /Основание завершения/ },
  { title: 'the codes of a field', text: `${PROGRAM}completion:\n  date: 2026-05-22\n  ground: plan_‸completed\n`, says: /`plan_completed`: .*выполнен/ },
];

let opened = 0;

/** A new program, pointed at its schema as `init` does. */
function new_program(text) {
  opened += 1;
  return { path: `programs/2025-${String(opened).padStart(3, '0')}.yaml`, text: with_modeline('programs', '../', text) };
}

function with_modeline(kind, up, text) {
  return `# yaml-language-server: $schema=${up}schemas/${kind}.schema.json\n${text}`;
}

/** Where an offset stands: the protocol counts UTF-16 units, as JavaScript does. */
function position_at(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

function take_cursor(text) {
  const offset = text.indexOf('‸');
  return { text: text.replace('‸', ''), position: position_at(text, offset) };
}

function take_ranges(marked) {
  const text = marked.replace(/[⟦⟧]/g, '');
  const marks = [...marked.matchAll(/⟦([^⟧]*)⟧/g)];
  const starts = marks.map(({ index }, before) => index - 2 * before);
  const ranges = starts.map((start, i) => ({
    start: position_at(text, start),
    end: position_at(text, start + marks[i][1].length),
  }));
  return { text, ranges };
}

function show_range({ start, end }) {
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}

function difference(expected, diagnostics) {
  const wanted = expected.map(show_range).sort();
  const found = diagnostics.map(({ range }) => show_range(range)).sort();
  if (wanted.join() === found.join()) return [];
  const said = diagnostics.map(({ range, message }) => `  ${show_range(range)} ${message}`);
  return [`should be underlined: ${wanted.join(', ') || 'nothing'}`, 'is underlined:', ...said];
}

async function test_completion(editor, { text: marked, label, documentation }) {
  const { path, text } = new_program(marked);
  const cursor = take_cursor(text);
  await editor.open(path, cursor.text);
  const items = await editor.completions(path, cursor.position);
  const item = items.find((offered) => offered.label === label);
  if (!item) return [`${label} is not among what is offered: ${items.map((offered) => offered.label).join(', ')}`];
  const said = item.documentation?.value ?? item.documentation ?? '';
  return documentation.test(said) ? [] : [`the words beside ${label} are «${said}», not ${documentation}`];
}

async function test_underlining(editor, { text: marked }) {
  const program = new_program(marked);
  const { text, ranges } = take_ranges(program.text);
  return difference(ranges, await editor.open(program.path, text));
}

async function test_hover(editor, { text: marked, says }) {
  const { path, text } = new_program(marked);
  const cursor = take_cursor(text);
  await editor.open(path, cursor.text);
  const shown = await editor.hover(path, cursor.position);
  return says.test(shown) ? [] : [`not ${says}:`, ...shown.split('\n')];
}

/** The server can use the schema of a kind when it knows the one wrong key of this record. */
async function test_schema(editor, kind) {
  const path = path_of(kind, 'probe');
  const up = path.includes('/') ? '../' : '';
  const diagnostics = await editor.open(path, with_modeline(kind, up, 'нет_такого: 1\n'));
  const found = diagnostics.map(({ range }) => show_range(range));
  const said = diagnostics.map(({ message }) => message);
  return found.includes('2:1-2:11') ? [] : [`the unknown key is not underlined, but: ${said.join('; ')}`];
}

async function run(tally, title, test) {
  try {
    tally.judge(title, await test());
  } catch (error) {
    tally.fail(title, [error.message]);
  }
}

async function main(schemas_dir) {
  if (!schemas_dir) {
    console.error('usage: node language_server_test.mjs SCHEMAS_DIR');
    process.exit(2);
  }
  const tally = new Tally();
  const editor = await Editor.start(schemas_dir);
  try {
    for (const one of COMPLETED) await run(tally, `completes ${one.title}`, () => test_completion(editor, one));
    for (const one of UNDERLINED) await run(tally, `underlines ${one.title}`, () => test_underlining(editor, one));
    for (const one of HOVERED) await run(tally, `explains ${one.title}`, () => test_hover(editor, one));
    for (const kind of KINDS) await run(tally, `reads the schema of ${kind}`, () => test_schema(editor, kind));
  } finally {
    await editor.close();
  }
  tally.close();
}

await main(process.argv[2]);
