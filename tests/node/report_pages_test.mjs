// Pages of reports and papers: valid HTML, nothing that axe objects to, no address outside, on screen and on paper.
// Usage: node report_pages_test.mjs FILE.html...
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const files = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "void-style": "off", "long-title": "off" } });
let faults = 0;
const fault = (file, words) => {
  ++faults;
  console.error(`${basename(file)}: ${words}`);
};

for (const file of files) {
  const text = readFileSync(file, "utf8");
  const { results } = await validator.validateString(text);
  for (const { messages } of results) for (const one of messages) fault(file, `${one.line}:${one.column} ${one.message} (${one.ruleId})`);
  if (/(src|href)="?https?:/.test(text)) fault(file, "it takes something from elsewhere");
}

const profile = mkdtempSync(join(tmpdir(), "nastavnik-chromium-"));
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: quiet });
for (const file of files) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const one of violations) fault(file, `axe ${one.id}: ${one.nodes[0].html.slice(0, 120)}`);
  await page.emulateMedia({ media: "print" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  if (wide) fault(file, "wider than the page");
  if ((await page.pdf({ format: "A4" })).length < 5000) fault(file, "prints nothing");
  await page.close();
}
await browser.close();
rmSync(profile, { recursive: true, force: true });
console.log(`${files.length} pages read, ${faults} failed`);
if (faults !== 0 || files.length === 0) process.exit(1);
