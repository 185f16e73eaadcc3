// Names and posts in the cases of the papers, against three libraries that know nothing of ours and of each other; posts
// against forms written by hand. The forms come from one paper: an attendance sheet, by a template that says them all.
// Sure is what --review does not doubt. Of combinations as frequent as in schools at least 90 % must be sure, and of what is
// sure at most 0.1 % wrong; of every surname once for each gender none. Usage: NASTAVNIK=… node declension_test.mjs
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { givens, patronymics, posts, surnames } from "./names.mjs";

const require = createRequire(import.meta.url);
const petrovich = require("petrovich");
const lvovich = require("lvovich");
const nouns = require("russian-nouns-js");
const engine = new nouns.Engine();
const program = resolve(process.env.NASTAVNIK ?? "build/nastavnik");
const drawn = 2400, least_sure = 0.9, most_wrong = 0.001;
const cases = { gen: "genitive", dat: "dative", acc: "accusative" };

// Where no two libraries agree on the right form: what it is, and why.
const by_hand = new Map(
  [
    ["female Цой", "Цой Цой Цой", "фамилия женщины на согласный не склоняется; две библиотеки принимают её за мужскую"],
    ["male Швец", "Швеца Швецу Швеца", "фамилия в один слог не теряет гласной; две библиотеки пишут «Швца»"],
    ["female Ия", "Ии Ие Ию", "имя с односложной основой, в дательном «Ие» (правила орфографии 2006 года); библиотеки пишут «Ии»"],
    ["male Гусь", "Гуся Гусю Гуся", "мужская фамилия на мягкий согласный склоняется; две библиотеки считают её женским словом"],
  ].map(([key, forms]) => [key, Object.fromEntries(forms.split(" ").map((form, i) => [Object.keys(cases)[i], form]))]),
);

const parts = {
  surname: { petrovich: "last", lvovich: lvovich.inclineLastname, nouns: "surname" },
  given: { petrovich: "first", lvovich: lvovich.inclineFirstname, nouns: "name" },
  patronymic: { petrovich: "middle", lvovich: lvovich.inclineMiddlename, nouns: "name" },
};
const truths = new Map();
/// The form that two of the libraries give, or the one written by hand; undefined where there is neither.
const truth = (part, word, gender, short) => {
  const key = `${gender} ${word}`;
  if (by_hand.has(key)) return by_hand.get(key)[short];
  const known = `${part} ${key} ${short}`;
  if (!truths.has(known)) {
    const theirs = parts[part];
    const lemma = { text: word, gender: nouns.Gender[gender === "male" ? "MASCULINE" : "FEMININE"], animate: true, [theirs.nouns]: true };
    const forms = [
      petrovich[gender][theirs.petrovich][cases[short]](word),
      theirs.lvovich(word, cases[short], gender),
      engine.decline(lemma, nouns.Case[cases[short].toUpperCase()])[0],
    ];
    truths.set(known, forms.find((form, i) => forms.indexOf(form) !== i));
  }
  return truths.get(known);
};

// The same numbers on every run.
let seed = 20250901;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const pick = (list, weight) => {
  let left = random() * list.reduce((sum, one) => sum + weight(one), 0);
  return list.find((one) => (left -= weight(one)) < 0) ?? list.at(-1);
};
const person = (gender, surname) => ({
  gender,
  surname: (surname ?? pick(surnames, (one) => one.weight))[gender],
  given: pick(givens[gender], ([, weight]) => weight)[0],
  patronymic: pick(patronymics[gender], ([, weight]) => weight)[0],
  post: pick(posts, (one) => one.weight),
});
const frequent = Array.from({ length: drawn }, () => person(random() < 0.85 ? "female" : "male"));
const people = [...frequent, ...["male", "female"].flatMap((gender) => surnames.map((surname) => person(gender, surname)))];

const folder = mkdtempSync(join(tmpdir(), "nastavnik-cases-"));
const id = (i) => `p-${900000 + i}`;
const run = (...words) => spawnSync(program, ["-C", folder, "--lang", "ru", ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
let rows, doubts;
try {
  const write = (path, text) => writeFileSync(join(folder, path), text);
  for (const kind of ["people", "years"]) mkdirSync(join(folder, kind));
  write("nastavnik.yaml", "format: 1\n");
  people.forEach(({ surname, given, patronymic, post }, i) =>
    write(`people/${id(i)}.yaml`, `full_name: ${surname} ${given} ${patronymic}\npositions:\n  - {from: 2020-09-01, title: "${post.title}", category: teaching_staff}\n`));
  write("years/2025-2026.yaml", `events:\n  - date: 2025-11-20\n    title: Совещание\n    kind: seminar\n    participants: [${people.map((_, i) => id(i)).join(", ")}]\n`);
  run("template", "export", "event-attendance");
  const forms = (what) => ["", ".gen", ".dat", ".acc"].map((suffix) => `{{participant.${what}${suffix}}}`).join("|");
  const rewrite = `
import sys, zipfile
path, old, new = sys.argv[1:]
with zipfile.ZipFile(path) as archive: parts = [(item, archive.read(item)) for item in archive.namelist()]
with zipfile.ZipFile(path, "w") as archive:
    for name, bytes in parts: archive.writestr(name, bytes.replace(old.encode(), new.encode()))`;
  execFileSync("python3", ["-c", rewrite, join(folder, "templates/event-attendance.docx"), "{{participant.full}}", `@${forms("full")}|${forms("position")}@`]);
  doubts = new Set([...run("document", "event-attendance", "years/2025-2026", "-o", "sheet.docx", "--review").stderr.matchAll(/\((people\/p-\d+): (name|positions)/gu)].map(([, who, what]) => `${who} ${what}`));
  const read = `
import re, sys, zipfile
print("\\n".join(re.findall("@(.*?)@", re.sub("<[^>]*>", "", zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()))))`;
  rows = execFileSync("python3", ["-c", read, join(folder, "sheet.docx")], { encoding: "utf8", maxBuffer: 1 << 28 }).trim().split("\n").map((row) => row.split("|"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/// What our form of a name or of a post gets wrong.
const wrong = ({ gender, post, ...names }, row) => {
  const faults = [];
  Object.keys(cases).forEach((short, at) => {
    const whole = Object.keys(parts).map((part) => truth(part, names[part], gender, short) ?? "?").join(" ");
    if (row[at + 1] !== whole) faults.push({ what: "name", ours: row[at + 1], theirs: whole });
    if (row[at + 5] !== post[short]) faults.push({ what: "positions", ours: row[at + 5], theirs: post[short] });
  });
  return faults;
};
const judge = (some, offset) => {
  const count = { all: some.length, sure: 0, wrong: 0 };
  some.forEach((one, i) => {
    const doubted = (what) => doubts.has(`people/${id(offset + i)} ${what}`);
    const faults = wrong(one, rows[offset + i]).filter(({ what }) => !doubted(what));
    if (!doubted("name") && !doubted("positions")) ++count.sure;
    if (faults.length === 0) return;
    ++count.wrong;
    for (const { ours, theirs } of faults) console.error(`${one.gender}: ours ${ours}, right ${theirs}`);
  });
  return count;
};
const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
const tell = (what, { all, sure, wrong }) => console.log(`${what}: ${all} combinations, sure ${percent(sure, all)}, wrong among the sure ${percent(wrong, sure)}`);

if (rows.length !== people.length) {
  console.error(`${people.length} people, ${rows.length} rows of the paper`);
  process.exit(1);
}
const usual = judge(frequent, 0), each = judge(people.slice(drawn), drawn);
tell("as frequent as in schools", usual);
tell("every surname once for each gender", each);
for (const key of by_hand.keys())
  if (!people.some(({ gender, surname, given }) => [surname, given].some((word) => `${gender} ${word}` === key))) { console.error(`${key}: nobody is called so`); process.exit(1); }
if (usual.sure < least_sure * usual.all || usual.wrong > most_wrong * usual.sure || each.wrong !== 0) process.exit(1);
