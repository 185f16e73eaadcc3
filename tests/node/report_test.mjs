// Recomputes every figure and every chart of the final report from the YAML files, by code that shares nothing with the program.
// Usage: node report_test.mjs REGISTRY...
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, basename } from "node:path";
import { parse } from "yaml";

const program = process.env.NASTAVNIK;
const forever = "9999-12-31";
let failures = 0;
let compared = 0;

function read(registry) {
  const text = (path) => parse(readFileSync(path, "utf8"), { schema: "failsafe" }) ?? {};
  const folder = (name) => {
    const path = join(registry, name);
    if (!existsSync(path)) return [];
    return readdirSync(path).filter((file) => file.endsWith(".yaml")).sort().map((file) => ({ id: basename(file, ".yaml"), ...text(join(path, file)) }));
  };
  return {
    settings: text(join(registry, "nastavnik.yaml")), organization: text(join(registry, "organization.yaml")),
    people: folder("people"), mentors: folder("mentors"), mentees: folder("mentees"), pairs: folder("pairs"),
    programs: folder("programs"), orders: folder("orders"), years: folder("years"), practices: folder("practices"),
  };
}

const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
const next = (day) => new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10);
const monthsLater = (day, months) => {
  const [y, m, d] = day.split("-").map(Number);
  const last = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(y, m - 1 + months, Math.min(d, last))).toISOString().slice(0, 10);
};
const distinct = (list) => [...new Set(list)];
const sum = (list) => list.reduce((a, b) => a + b, 0);

function recompute(data, from, to) {
  const limit = (key, preset) => Number(data.settings.thresholds?.[key] ?? preset);
  const within = (date) => date !== undefined && from <= date && date <= to;
  const meets = (a, b, c, d) => a <= d && c <= b;
  const pairEnd = (pair) => pair.end?.date ?? forever;
  const memberDays = (member, pair) => [member.from ?? pair.start, member.to ?? pairEnd(pair)];
  const byId = (list) => new Map(list.map((one) => [one.id, one]));
  const people = byId(data.people), mentees = byId(data.mentees), pairs = byId(data.pairs), orders = byId(data.orders);

  const participation = (a, b) => {
    const working = data.pairs.filter((pair) => pair.start && meets(pair.start, pairEnd(pair), a, b));
    const members = (pair) => (pair.mentees ?? []).map((member) => {
      const [x, y] = memberDays(member, pair);
      return { person: member.person, x: [x, pair.start, a].sort().at(-1), y: [y, pairEnd(pair), b].sort()[0] };
    }).filter((member) => member.x <= member.y);
    const isGroup = (pair) => members(pair).some((one, _, all) => all.filter((other) => other.x <= one.x && one.x <= other.y).length > 1);
    return {
      mentors: distinct(working.map((pair) => pair.mentor)),
      mentees: distinct(working.flatMap((pair) => members(pair).map((member) => member.person))),
      pairs: working.filter((pair) => !isGroup(pair)), groups: working.filter(isGroup),
      programs: data.programs.filter((one) => one.start && !one.cancelled && meets(one.start, one.completion?.date ?? forever, a, b)),
    };
  };
  const numbers = (found) => ({ mentors: found.mentors.length, mentees: found.mentees.length, participants: distinct([...found.mentors, ...found.mentees]).length, pairs: found.pairs.length, groups: found.groups.length, programs: found.programs.length });
  const onDay = participation(to, to), inPeriod = participation(from, to);

  const holdsBank = (entry) => entry.entered_on <= to && !(entry.left?.date < to);
  const banks = { mentor_bank: data.mentors.filter(holdsBank).length, mentee_bank: data.mentees.filter(holdsBank).length, practice_bank: data.practices.filter((one) => one.date <= to).length };

  const effectiveEnd = (one, day) => (one.amendments ?? []).filter((item) => item.date <= day && item.changes.includes("term")).sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)?.new_end ?? one.end;
  const ended = data.programs.filter((one) => within(one.completion?.date));
  const plan = (one) => (one.activities ?? []).filter((item) => !item.cancelled_by);
  const share = (part, whole) => ({ part, whole });
  const fulfilled = (one) => one.completion.ground === "plan_completed";
  const results = {
    completed: ended.length,
    plan_fulfilment: share(sum(ended.map((one) => plan(one).filter((item) => item.done && item.done.date <= one.completion.date).length)), sum(ended.map((one) => plan(one).length))),
    fulfilled: share(ended.filter(fulfilled).length, ended.length),
    ended_early: share(ended.filter((one) => !fulfilled(one) && one.completion.date < effectiveEnd(one, one.completion.date)).length, ended.length),
    ended_on_time: share(ended.filter((one) => one.completion.date === effectiveEnd(one, one.completion.date) || (fulfilled(one) && one.completion.date < effectiveEnd(one, one.completion.date))).length, ended.length),
    ended_late: share(ended.filter((one) => one.completion.date > effectiveEnd(one, one.completion.date)).length, ended.length),
    extended: share(ended.filter((one) => effectiveEnd(one, one.completion.date) !== one.end).length, ended.length),
    average_length: { sum: sum(ended.map((one) => days(one.start, one.completion.date) + 1)), count: ended.length },
  };

  const teaches = (id, a, b) => (people.get(id)?.positions ?? []).some((job) => !job.employer && job.category === "teaching_staff" && meets(job.from, job.to ?? forever, a, b));
  const employed = (id, day) => (people.get(id)?.positions ?? []).some((job) => !job.employer && job.from <= day && day <= (job.to ?? forever));
  const staff = (data.organization.staff ?? []).filter((one) => one.date <= to).sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  const whole = Number(staff?.teaching);
  const everyone = (found) => distinct([...found.mentors, ...found.mentees]);
  const teachers = (list, a, b) => list.filter((id) => teaches(id, a, b)).length;
  const involvement = {
    staff_teaching: whole,
    involved_in_period: share(teachers(everyone(inPeriod), from, to), whole), involved_on_day: share(teachers(everyone(onDay), to, to), whole),
    mentor_share: share(teachers(inPeriod.mentors, from, to), whole), mentee_share: share(teachers(inPeriod.mentees, from, to), whole),
    not_counted: everyone(inPeriod).length - teachers(everyone(inPeriod), from, to),
  };

  const isYoung = (person, day) => {
    const entry = mentees.get(person.id);
    if (entry && entry.entered_on <= to) return ["young", "beginner"].includes(entry.category);
    const born = Number(person.birth_date?.slice(0, 4) ?? person.birth_year);
    if (Number.isNaN(born) || !person.teaching_since) return undefined;
    return Number(day.slice(0, 4)) - born <= limit("young_age", 35) && Number(day.slice(0, 4)) - Number(person.teaching_since) <= limit("young_experience_years", 3);
  };
  const here = data.people.filter((person) => teaches(person.id, to, to));
  const young = here.filter((person) => isYoung(person, to));
  const youngFigures = {
    young_counted: Number(staff?.young), young: young.length,
    young_with_mentor: share(young.filter((person) => onDay.mentees.includes(person.id)).length, young.length),
    young_with_mentor_in_period: share(young.filter((person) => inPeriod.mentees.includes(person.id)).length, young.length),
    age_unknown: here.filter((person) => isYoung(person, to) === undefined).length,
  };

  const membership = (id) => data.pairs.filter((pair) => pair.start).flatMap((pair) => (pair.mentees ?? []).filter((member) => member.person === id).map((member) => ({ pair, days: memberDays(member, pair) })));
  const appointed = data.mentors.filter((one) => (one.appointments ?? []).some((item) => item.from <= to && to <= (item.end?.date ?? forever))).map((one) => one.id);
  const office = distinct([...appointed, ...onDay.mentors]);
  const menteesNow = (mentor) => distinct(data.pairs.filter((pair) => pair.mentor === mentor && pair.start <= to && to <= pairEnd(pair)).flatMap((pair) => pair.mentees.filter((member) => memberDays(member, pair)[0] <= to && to <= memberDays(member, pair)[1]).map((member) => member.person)));
  const waiting = data.mentees.filter((entry) => entry.entered_on <= to && to <= (entry.left?.date ?? forever) && !people.get(entry.id)?.erased_on && !membership(entry.id).some((one) => one.days[0] <= to && to <= one.days[1]));
  const since = (entry) => [entry.entered_on, ...membership(entry.id).filter((one) => one.days[0] <= to).map((one) => next(one.days[1]))].sort().at(-1);
  const matched = data.mentees.map((entry) => {
    const first = membership(entry.id).map((one) => one.pair).sort((a, b) => (a.start < b.start ? -1 : 1))[0];
    const need = [entry.entered_on, ...(entry.requests ?? []).map((one) => one.date)].sort()[0];
    const order = first && orders.get(first.order)?.date;
    return first && within(first.start) && order && order >= need ? days(need, order) : undefined;
  }).filter((one) => one !== undefined);
  const load = {
    mentors_in_office: office.length, average_load: { sum: sum(office.map((id) => menteesNow(id).length)), count: office.length },
    idle_mentors: office.filter((id) => menteesNow(id).length === 0).length, waiting: waiting.length,
    average_waiting: { sum: sum(waiting.map((entry) => days(since(entry), to))), count: waiting.length },
    need_to_order: { sum: sum(matched), count: matched.length },
  };

  const training = ["setting_session", "consultation", "experience_exchange"];
  const events = data.years.flatMap((year) => year.events ?? []);
  const withHours = data.mentors.flatMap((one) => one.training ?? []).filter((one) => within(one.date) && one.hours !== undefined);
  const trainedOn = (id) => [...(data.mentors.find((one) => one.id === id)?.training ?? []).map((one) => one.date), ...events.filter((event) => training.includes(event.kind) && (event.participants ?? []).includes(id)).map((event) => event.date)].filter((day) => day <= to);
  const mentorsOfPeriod = distinct([...inPeriod.mentors, ...office]);
  const oldest = monthsLater(to, -limit("training_max_age_months", 36));
  const development = {
    trained_in_period: share(mentorsOfPeriod.filter((id) => trainedOn(id).some(within)).length, mentorsOfPeriod.length),
    trained_recently: share(mentorsOfPeriod.filter((id) => trainedOn(id).some((day) => day >= oldest)).length, mentorsOfPeriod.length),
    trained_in_bank: data.mentors.filter((one) => trainedOn(one.id).some(within)).length,
    training_hours: withHours.length === 0 ? null : sum(withHours.map((one) => Number(one.hours))),
    contests: data.mentees.flatMap((one) => one.contests ?? []).filter((one) => within(one.date)).length,
  };

  const sheets = data.programs.flatMap((one) => (one.surveys ?? []).filter((sheet) => within(sheet.date)).map((sheet) => ({ ...sheet, mentor: pairs.get(one.pair)?.mentor === sheet.person })));
  const scores = (list) => list.flatMap((sheet) => (sheet.answers ?? []).filter((answer) => answer.score !== undefined).map((answer) => Number(answer.score)));
  const least = limit("survey_min_answers", 3);
  const atStart = sheets.filter((sheet) => sheet.stage === "start"), atEnd = sheets.filter((sheet) => sheet.stage !== "start");
  const sides = [atEnd.filter((sheet) => sheet.mentor), atEnd.filter((sheet) => !sheet.mentor)];
  const average = (list, shown) => (shown ? { sum: sum(scores(list)), count: scores(list).length } : null);
  const both = sides.every((side) => side.length >= least);
  const quality = { surveys: sheets.length, score: average(atEnd, atEnd.length >= least), score_of_mentors: average(sides[0], both), score_of_mentees: average(sides[1], both) };
  // Every scale here is 0 to 10; who answered a question at the start and at the end grew by the difference.
  const grown = data.programs.flatMap((one) => (one.surveys ?? []).filter((sheet) => within(sheet.date) && sheet.stage !== "start").map((sheet) => {
    const before = (one.surveys ?? []).find((other) => other.stage === "start" && other.person === sheet.person);
    return (before?.answers ?? []).flatMap((earlier) => (sheet.answers ?? []).filter((answer) => answer.question === earlier.question && answer.score !== undefined).map((answer) => Number(answer.score) - Number(earlier.score)));
  })).filter((list) => list.length > 0);
  if (atStart.length > 0) Object.assign(quality, { surveys_at_start: atStart.length, growth: grown.length >= least ? { sum: sum(grown.flat()), count: grown.flat().length } : null });

  const yearDays = (id) => [`${id.slice(0, 4)}-09-01`, `${id.slice(5)}-08-31`];
  const items = data.years.filter((year) => year.roadmap).flatMap((year) => {
    const [a, b] = [year.roadmap.from ?? yearDays(year.id)[0], year.roadmap.to ?? yearDays(year.id)[1]];
    return meets(a, b, from, to) ? year.roadmap.items.map((item) => ({ ...item, due: item.moves?.at(-1)?.to ?? item.due_on ?? (item.term ? b : undefined) })) : [];
  });
  const done = (item) => item.done_on <= to, cancelled = (item) => item.cancelled?.date <= to;
  const roadmap = {
    items: items.length, items_done: share(items.filter((item) => done(item) && !cancelled(item)).length, items.length),
    items_overdue: share(items.filter((item) => !done(item) && !cancelled(item) && item.due < to).length, items.length),
    items_cancelled: share(items.filter(cancelled).length, items.length),
  };

  const released = data.programs.flatMap((one) => one.releases ?? []).filter((one) => within(one.date));
  const releases = { releases: released.length, released_hours: sum(released.map((one) => Number(one.hours ?? 0))), released_people: distinct(released.map((one) => one.person)).length };
  // What the charts draw, by the same definitions; a form counts each pair and group of the period once.
  const firstYear = data.pairs.map((pair) => pair.start).filter((day) => day <= to).sort()[0];
  const yearOf = (day) => Number(day.slice(0, 4)) - (day.slice(5, 7) < "09" ? 1 : 0);
  const years = [];
  for (let year = yearOf(firstYear); year <= yearOf(to); ++year) years.push({ year, ...numbers(participation(`${year}-09-01`, [`${year + 1}-08-31`, to].sort()[0])) });
  const perForm = [...inPeriod.pairs, ...inPeriod.groups].reduce((kept, pair) => kept.set(pair.role_form, (kept.get(pair.role_form) ?? 0) + 1), new Map());
  const stages = ["preparation", "mentee_bank", "mentor_bank", "selection_training", "pair_work", "completion", "information"];
  const stateOf = (item) => (cancelled(item) ? 3 : done(item) ? 0 : item.due < to ? 1 : 2);
  const drawn = {
    years_chart: { categories: years.map(({ year }) => `${year}/${String((year + 1) % 100).padStart(2, "0")}`), values: ["mentors", "mentees", "programs"].map((key) => years.map((one) => one[key])) },
    forms_chart: { values: [[...perForm.values()].sort()] },
    load_chart: { categories: [...office].sort(), values: [[...office].sort().map((id) => menteesNow(id).length)] },
    roadmap_chart: { values: [0, 1, 2, 3].map((state) => stages.map((stage) => items.filter((item) => item.stage === stage && stateOf(item) === state).length)) },
    terms: inPeriod.programs.map((one) => ({ label: one.title, from: one.start, to: effectiveEnd(one, to), reached: one.completion?.date <= to ? one.completion.date : to, ended: one.completion?.date <= to })),
  };
  return { drawn, banks, on_day: numbers(onDay), in_period: numbers(inPeriod), results, involvement, young: youngFigures, load, professional_development: development, quality, roadmap, releases };
}

/// The numbers of a chart; those of the forms in the order of their size.
function numbersOf(block) {
  if (block.type === "timeline") return block.terms;
  const values = block.series.map((one) => one.values);
  if (block.id === "forms_chart") return { values: values.map((list) => [...list].sort()) };
  return block.id === "roadmap_chart" ? { values } : { categories: block.categories, values };
}

function same(where, said, expected) {
  ++compared;
  if (JSON.stringify(said) === JSON.stringify(expected)) return;
  ++failures;
  console.error(`${where}: the report draws ${JSON.stringify(said)}, the files come to ${JSON.stringify(expected)}`);
}

function check(where, said, expected) {
  ++compared;
  const got = expected === null ? said.value : typeof expected === "number" ? said.value : "part" in expected ? { part: said.part, whole: said.whole } : { sum: said.sum, count: said.count };
  const wanted = Number.isNaN(expected) ? null : expected;
  if (JSON.stringify(got) === JSON.stringify(wanted)) return;
  ++failures;
  console.error(`${where}: the report says ${JSON.stringify(got)}, the files come to ${JSON.stringify(wanted)}`);
}

/// A copy of the registry that has something to set aside: a programme too short, waived, and one more written down as old.
function with_set_aside(registry) {
  const copy = join(mkdtempSync(join(tmpdir(), "nastavnik-report-")), "school");
  cpSync(registry, copy, { recursive: true });
  for (const [id, end] of [["2025-862340", "2025-12-01"], ["2025-284471", "2026-01-20"]]) {
    const path = join(copy, "programs", `${id}.yaml`);
    writeFileSync(path, readFileSync(path, "utf8").replace(/^end: .*$/m, `end: ${end}`));
  }
  const curator = parse(readFileSync(join(copy, "organization.yaml"), "utf8"), { schema: "failsafe" }).curators.at(-1).person;
  writeFileSync(join(copy, "waivers.yaml"), `waivers:\n  - {rule: P2-2, record: programs/2025-862340, reason: Участок под снегом, decided_by: ${curator}, decided_on: 2026-06-01, until: 2026-08-31}\n`);
  execFileSync(program, ["-C", copy, "baseline", "create", "--as-of", "2026-08-31", "-q"], { stdio: "ignore" });
  return copy;
}

/// Files as they stood on the day: this test knows only registries in which nothing is dated later, or periods that end there.
const copy = with_set_aside(process.argv[2]);
for (const [registry, year] of [[process.argv[2], "2025-2026"], [copy, "2025-2026"]]) {
  const printed = (name) => JSON.parse(execFileSync(program, ["-C", registry, "report", name, "--year", year, "--format", "json"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const report = printed("final");
  report.blocks.push(...printed("final-annex").blocks);
  const expected = recompute(read(registry), report.from, report.to);
  const found = JSON.parse(spawnSync(program, ["-C", registry, "check", "--as-of", report.to, "--format", "json"], { encoding: "utf8" }).stdout).runs[0];
  const graded = (grade) => found.findings.filter((one) => one.severity === grade).length;
  const excused = (kind) => found.set_aside.filter((one) => one.by.kind === kind).length;
  expected.findings = { errors: graded("error"), warnings: graded("warning"), advice: graded("info"), undecided: found.undecided.length, waived: excused("waiver"), old: excused("baseline") };
  if (registry === copy && (expected.findings.waived === 0 || expected.findings.old === 0)) throw new Error("the copy has nothing set aside");
  const charts = report.blocks.filter((one) => ["bar_chart", "timeline"].includes(one.type));
  same(`${registry} charts`, charts.map((one) => one.id).sort(), Object.keys(expected.drawn).sort());
  for (const chart of charts) same(`${registry} ${year} ${chart.id}`, numbersOf(chart), expected.drawn[chart.id]);
  const set_aside = report.blocks.find((one) => one.id === "set_aside").rows.map(({ cells }) => [cells.rule.value, cells.reason.value, cells.decided_by.value, cells.until.value].join(" "));
  const decided = found.set_aside.map(({ by, finding }) => (by.kind === "waiver" ? [finding.rule, by.reason, by.decided_by, by.until] : [finding.rule, "старое замечание (baseline.txt)", "—", "—"]).join(" "));
  same(`${registry} ${year} set_aside`, set_aside, decided);
  for (const block of report.blocks.filter((one) => one.type === "figures"))
    for (const figure of block.figures) {
      const own = expected[block.id]?.[figure.id];
      if (own === undefined) {
        ++failures;
        console.error(`${block.id}.${figure.id}: a figure that this test does not recompute`);
      } else check(`${registry} ${year} ${block.id}.${figure.id}`, figure, own);
    }
}
rmSync(copy, { recursive: true });
console.log(`${compared - failures} passed, ${failures} failed`);
if (failures !== 0 || compared < 100) process.exit(1);
