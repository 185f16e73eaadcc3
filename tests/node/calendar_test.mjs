// Reads the calendars of `due --format ics` with a parser that is not ours (ical.js) and holds them against `due --format csv`:
// the same days, the same words, an alarm for each reminder.
import { spawnSync } from 'node:child_process';
import ICAL from 'ical.js';
import { Tally } from './tally.mjs';

const DAYS = ['2024-08-20', '2024-11-05', '2025-05-20', '2025-09-15', '2026-01-20', '2026-05-25'];
const AHEAD = ['--days', '60'];

function due(program, registry, words) {
  const run = spawnSync(program, ['-C', registry, 'due', '-q', ...AHEAD, ...words], { encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`exit status ${run.status ?? run.signal}\n${run.stderr}`);
  return run.stdout;
}

/** The rows of the CSV of a report, which has a line for each cell. */
function rows_of(csv) {
  const rows = new Map();
  for (const line of csv.replace(/^\uFEFF/, '').split('\r\n').slice(1)) {
    const cells = [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map((m) => (m[1] ?? m[2]).replace(/""/g, '"'));
    if (cells[0] !== 'due') continue;
    rows.set(cells[1], { ...rows.get(cells[1]), [cells[2]]: cells[4] });
  }
  return [...rows.values()];
}

/** What is wrong with the event of a row. */
function complaints_of(event, row, today) {
  const complaints = [];
  const expect = (what, found, wanted) => {
    if (found !== wanted) complaints.push(`${what}: ${found}, and not ${wanted}`);
  };
  const day = row.day < today ? today : row.day;
  expect('day', event.startDate.toString(), day);
  expect('whole day', event.startDate.isDate, true);
  expect('length', event.duration.toSeconds(), 24 * 60 * 60);
  const [what] = row.what.split(' (');
  if (!event.summary.includes(what)) complaints.push(`summary: ${event.summary}, without ${what}`);
  for (const part of [row.record, row.step]) {
    if (!event.description.split('\n').some((line) => line.includes(part))) complaints.push(`description without ${part}`);
  }
  expect('transparent', event.component.getFirstPropertyValue('transp'), 'TRANSPARENT');
  for (const alarm of event.component.getAllSubcomponents('valarm')) {
    const trigger = alarm.getFirstPropertyValue('trigger');
    if (!(trigger instanceof ICAL.Duration)) complaints.push('an alarm without a time');
    expect('alarm', alarm.getFirstPropertyValue('action'), 'DISPLAY');
  }
  return complaints;
}

function judge_day(program, registry, today, tally) {
  const rows = rows_of(due(program, registry, ['--as-of', today, '--format', 'csv']));
  const calendar = new ICAL.Component(ICAL.parse(due(program, registry, ['--as-of', today, '--format', 'ics'])));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component, { strictExceptions: true }));
  tally.judge(`${registry} ${today}: as many events as rows`, events.length === rows.length && rows.length > 0 ? [] : [`${events.length}, ${rows.length}`]);
  tally.judge(`${registry} ${today}: no UID twice`, new Set(events.map((event) => event.uid)).size === events.length ? [] : ['one is there twice']);
  rows.forEach((row, i) => tally.judge(`${registry} ${today}: ${row.duty} ${row.record}`, complaints_of(events[i], row, today)));
  return events.flatMap((event) => event.component.getAllSubcomponents('valarm')).length;
}

const [registry] = process.argv.slice(2);
const program = process.env.NASTAVNIK;
if (!registry || !program) {
  console.error('usage: NASTAVNIK=PROGRAM node calendar_test.mjs REGISTRY');
  process.exit(2);
}
const tally = new Tally();
let alarms = 0;
for (const day of DAYS) alarms += judge_day(program, registry, day, tally);
tally.judge('there are alarms', alarms > 10 ? [] : [`${alarms}`]);
tally.close();
