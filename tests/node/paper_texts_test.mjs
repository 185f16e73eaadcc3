// Papers as Markdown, read by a parser of GitHub's Markdown, say what the same papers say as pages.
// Usage: node paper_texts_test.mjs FOLDER   where NAME.md stands beside NAME.html
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { marked } from "marked";
import { chromium } from "playwright-core";

const folder = process.argv[2];
const names = readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3));
let faults = 0;
const fault = (name, words) => {
  ++faults;
  console.error(`${name}: ${words}`);
};

// Dashes are what Markdown puts between the cells of a table that only arranges, and what a page puts before an item.
const words = (text) => text.replace(/[\u00a0\s]+/g, " ").split(" ").filter((word) => word !== "" && !/^[–—-]$/.test(word));
const firstDifference = (a, b) => {
  const at = a.findIndex((word, i) => word !== b[i]);
  return at < 0 ? null : `«${a.slice(at, at + 6).join(" ")}» and «${b.slice(at, at + 6).join(" ")}»`;
};
const look = (page) =>
  page.evaluate(() => ({
    text: document.body.innerText,
    titles: [...document.querySelectorAll("h1")].map((one) => one.innerText.replace(/\s+/g, " ")),
    headings: document.querySelectorAll("h2").length,
    rows: [...document.querySelectorAll("table:not(.plain)")].map((one) => [...one.rows].filter((row) => row.innerText.trim() !== "").length).join(" "),
    strays: document.querySelectorAll("em, ol, code").length,
  }));

const profile = mkdtempSync(join(tmpdir(), "nastavnik-chromium-"));
const browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
for (const name of names) {
  await page.goto(pathToFileURL(resolve(folder, `${name}.html`)).href);
  const asPage = await look(page);
  await page.setContent(marked.parse(readFileSync(join(folder, `${name}.md`), "utf8"), { gfm: true }));
  const asText = await look(page);
  const difference = firstDifference(words(asPage.text), words(asText.text)) ?? firstDifference(words(asText.text), words(asPage.text));
  if (difference) fault(name, `the page and the text differ: ${difference}`);
  if (asText.titles.length !== 1 || asText.titles[0] !== asPage.titles[0]) fault(name, `titles: ${asText.titles}`);
  if (asText.headings !== asPage.headings) fault(name, `${asText.headings} headings, the page has ${asPage.headings}`);
  if (asText.rows !== asPage.rows) fault(name, `rows of tables: ${asText.rows}, of the page: ${asPage.rows}`);
  if (asText.strays > 0) fault(name, "a text was taken for markup");
  if (/\{\{|\}\}|не указано/.test(asText.text)) fault(name, "a placeholder or a mark is left");
}
await browser.close();
rmSync(profile, { recursive: true, force: true });
console.log(`${names.length} papers compared, ${faults} failed`);
if (faults !== 0 || names.length === 0) process.exit(1);
