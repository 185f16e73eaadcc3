// Names in the cases of the papers, against two libraries that know nothing of ours; neither knows positions.
// The forms come from papers: acquaintance sheets of invented teachers, by a template that says them all.
// Usage: NASTAVNIK=… node declension_test.mjs
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const require = createRequire(import.meta.url);
const petrovich = require("petrovich");
const lvovich = require("lvovich");
const program = resolve(process.env.NASTAVNIK ?? "build/nastavnik");

const surnames = {
  male: "Соловьёв Абрамов Синицын Ильин Вербицкий Полевой Югай Цой Ким Остапенко Гладких Черных Штейнгауэр Гоголь Мартынюк Шевчук Бондарь Грач Римский-Корсаков Кузьмич Береговой Рябой Донской Лисицкий Бугай Жук Лебедь Никитин Баймухаметов Доржиев Сковорода Щерба Кравец Заяц",
  female: "Соловьёва Абрамова Синицына Ильина Вербицкая Полевая Югай Цой Ким Остапенко Гладких Черных Штейнгауэр Гоголь Мартынюк Шевчук Бондарь Грач Римская-Корсакова Кузьмич Береговая Рябая Донская Лисицкая Бугай Жук Лебедь Никитина Баймухаметова Доржиева Сковорода Щерба Кравец Заяц",
};
const givens = {
  male: "Иван Сергей Павел Лев Пётр Илья Никита Игорь Андрей Юрий Дмитрий Олег Кузьма Фома Рашид Виталий Яков Матвей",
  female: "Анна Ирина Юлия Мария Любовь Ольга Айгуль Софья Наталья Лидия Гузель Нина Вера Зоя Евгения Дарья Надежда Раиса",
};
const patronymics = { male: "Ильич Сергеевич Никитич Юрьевич Кузьмич Лукич", female: "Ильинична Сергеевна Никитична Юрьевна Кузьминична Львовна" };

// Where a library differs from us: our form, and why it is right. The two never agree against us but on «Цой».
const soft = "имя женщины на мягкий согласный склоняется, как «Любовь»; так и petrovich";
const ova = "фамилия на -ёва склоняется, как на -ева; petrovich не знает «ё»; так и lvovich";
const tsoy = "фамилия женщины на согласный не склоняется; обе библиотеки принимают её за мужскую";
const differing = new Map(
  [
    ["ж Соловьёва gen", "Соловьёвой", ova],
    ["ж Соловьёва dat", "Соловьёвой", ova],
    ["ж Айгуль gen", "Айгули", soft],
    ["ж Айгуль dat", "Айгули", soft],
    ["ж Гузель gen", "Гузели", soft],
    ["ж Гузель dat", "Гузели", soft],
    ["ж Цой gen", "Цой", tsoy],
    ["ж Цой dat", "Цой", tsoy],
    ["ж Цой acc", "Цой", tsoy],
  ].map(([key, form, why]) => [key, { form, why }]),
);

const people = [];
for (const gender of ["male", "female"]) {
  const [given, patronymic] = [givens[gender].split(" "), patronymics[gender].split(" ")];
  surnames[gender].split(" ").forEach((surname, i) => people.push({ gender, surname, given: given[i % given.length], patronymic: patronymic[i % patronymic.length] }));
}

const folder = mkdtempSync(join(tmpdir(), "nastavnik-cases-"));
const run = (...words) => execFileSync(program, ["-C", folder, ...words], { encoding: "utf8" });
const cases = { gen: "genitive", dat: "dative", acc: "accusative" };
let ours;
try {
  cpSync("examples/school", folder, { recursive: true });
  for (const kind of ["mentees", "people"])
    people.forEach(({ surname, given, patronymic }, i) =>
      writeFileSync(join(folder, kind, `p-${900000 + i}.yaml`), kind === "mentees" ? "entered_on: 2025-09-01\n" : `full_name: ${surname} ${given} ${patronymic}\npositions:\n  - {from: 2025-09-01, title: учитель, category: teaching_staff}\n`));
  run("template", "export", "acquaintance");
  const rewrite = `
import sys, zipfile
path = sys.argv[1]
with zipfile.ZipFile(path) as archive: parts = [(item, archive.read(item)) for item in archive.namelist()]
with zipfile.ZipFile(path, "w") as archive:
    for name, bytes in parts: archive.writestr(name, bytes.replace("Наставляемый: {{person.full}}".encode(), "@{{person.full}}|{{person.full.gen}}|{{person.full.dat}}|{{person.full.acc}}@".encode()))`;
  execFileSync("python3", ["-c", rewrite, join(folder, "templates/acquaintance.docx")]);
  run("document", "--all", "acquaintance", "-o", "papers", "--quiet", "--date", "2026-09-01");
  const read = `
import json, re, sys, zipfile
texts = [re.sub("<[^>]*>", "", zipfile.ZipFile(path).read("word/document.xml").decode()) for path in sys.argv[1:]]
print(json.dumps([re.search("@(.*?)@", text)[1].split("|") for text in texts]))`;
  const files = readdirSync(join(folder, "papers")).filter((name) => name.includes("p-900")).map((name) => join(folder, "papers", name));
  ours = new Map(JSON.parse(execFileSync("python3", ["-c", read, ...files], { encoding: "utf8" })).map(([whole, gen, dat, acc]) => [whole, { gen, dat, acc }]));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

let compared = 0, faults = 0;
const met = new Set();
const fault = (words) => {
  ++faults;
  console.error(words);
};
for (const { gender, surname, given, patronymic } of people) {
  const forms = ours.get(`${surname} ${given} ${patronymic}`);
  if (!forms) { fault(`no paper names ${surname} ${given} ${patronymic}`); continue; }
  for (const [short, name] of Object.entries(cases)) {
    const words = forms[short].split(" ");
    [["last", surname, "lastname"], ["first", given, "firstname"], ["middle", patronymic, "middlename"]].forEach(([part, nominative, theirs], i) => {
      const answers = {
        petrovich: petrovich[gender][part][name](nominative),
        lvovich: { lastname: lvovich.inclineLastname, firstname: lvovich.inclineFirstname, middlename: lvovich.inclineMiddlename }[theirs](nominative, name, gender),
      };
      ++compared;
      const key = `${gender === "male" ? "м" : "ж"} ${nominative} ${short}`;
      const wrong = Object.entries(answers).filter(([, form]) => form !== words[i]);
      if (wrong.length === 0) return;
      met.add(key);
      if (differing.get(key)?.form !== words[i]) fault(`${key}: ours ${words[i]}, ${wrong.map(([library, form]) => `${library} ${form}`).join(", ")}`);
    });
  }
}
for (const key of differing.keys()) if (!met.has(key)) fault(`${key}: nobody differs any more`);
console.log(`${compared} forms compared, ${met.size} known to differ, ${faults} failed`);
if (faults !== 0 || compared < 500) process.exit(1);
