// Holds the machine formats of `check` against schemas and types that are not ours: SARIF against the schema of OASIS,
// JUnit against the schema of Jenkins (xmllint), GitLab's Code Quality against the types of Code Climate (TypeScript).
// Each judge must also refuse every one of the faults that are put into a good output here.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ts from 'typescript';
import { Tally } from './tally.mjs';

const FORMATS = new URL('../formats/', import.meta.url);

function usage_error(message) {
  console.error(`${message}\nusage: NASTAVNIK=PROGRAM node formats_test.mjs DIR...   (each holds registries)`);
  process.exit(2);
}

function output_of(program, format, language, directory, registry, more = []) {
  const words = ['check', '--format', format, '--lang', language, ...more, registry];
  const run = spawnSync(program, words, { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  if (![0, 1, 2, 3].includes(run.status)) throw new Error(`exit status ${run.status ?? run.signal}\n${run.stderr}`);
  return run.stdout;
}

/** Is there a file at the URI, once it is decoded by an implementation that is not ours? */
function leads_to_a_file(uri, directory) {
  return existsSync(fileURLToPath(new URL(uri, pathToFileURL(`${directory}/`))));
}

// SARIF

function is_uri(text, base) {
  try {
    return Boolean(new URL(text, base)) && /^[\x21-\x7e]*$/.test(text) && !/["<>\\^`{|}]/.test(text);
  } catch {
    return false;
  }
}

function sarif_validator() {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addFormat('uri', (text) => is_uri(text));
  ajv.addFormat('uri-reference', (text) => is_uri(text, 'file:///'));
  ajv.addFormat('uuid', (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text));
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  return ajv.compile(JSON.parse(readFileSync(new URL('sarif-2.1.0.json', FORMATS), 'utf8')));
}

const is_sarif = sarif_validator();

/** What the schema cannot say: that references lead to what they name. */
function broken_references(run, directory) {
  const complaints = [];
  const say = (what, { ruleId, id = ruleId }) => complaints.push(`${what}: ${id}`);
  const { rules, notifications } = run.tool.driver;
  const is_taxon = ({ id, index, toolComponent }) =>
    run.taxonomies[toolComponent.index]?.name === toolComponent.name
    && run.taxonomies[toolComponent.index].taxa[index]?.id === id;
  for (const rule of rules) {
    for (const { target } of rule.relationships ?? []) if (!is_taxon(target)) say('rule to clause', target);
  }
  for (const result of run.results) {
    if (rules[result.ruleIndex]?.id !== result.ruleId) say('result to rule', result);
    for (const taxon of result.taxa ?? []) if (!is_taxon(taxon)) say('result to clause', taxon);
    for (const { physicalLocation: { artifactLocation } } of [...result.locations, ...result.relatedLocations ?? []]) {
      if (!run.originalUriBaseIds[artifactLocation.uriBaseId]) say('base of a URI', result);
      if (!leads_to_a_file(artifactLocation.uri, directory)) complaints.push(`no file at ${artifactLocation.uri}`);
    }
  }
  for (const { toolExecutionNotifications: all = [], ruleConfigurationOverrides: overrides = [] } of run.invocations) {
    for (const { descriptor } of overrides) if (rules[descriptor.index]?.id !== descriptor.id) say('override', descriptor);
    for (const { descriptor, associatedRule } of all) {
      if (!descriptor) continue;
      if (notifications[descriptor.index]?.id !== descriptor.id) say('notification', descriptor);
      if (rules[associatedRule.index]?.id !== associatedRule.id) say('notification to rule', associatedRule);
    }
  }
  return complaints;
}

function complaints_about_sarif(text, directory) {
  const log = JSON.parse(text);
  if (!is_sarif(log)) return is_sarif.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
  return log.runs.flatMap((run) => broken_references(run, directory));
}

const SARIF_FAULTS = {
  'another version': (log) => { log.version = '2.0.0'; },
  'no name of the tool': (log) => { delete log.runs[0].tool.driver.name; },
  'an unknown property': (log) => { log.runs[0].clauses = []; },
  'a line before the first': (log) => { log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0; },
  'columns in bytes': (log) => { log.runs[0].columnKind = 'bytes'; },
  'a finding without words': (log) => { delete log.runs[0].results[0].message; },
  'an unknown level': (log) => { log.runs[0].results[0].level = 'info'; },
  'Cyrillic in a URI': (log) => { log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'записи.yaml'; },
  'another rule': (log) => { log.runs[0].results[0].ruleIndex += 1; },
  'another clause': (log) => { log.runs[0].tool.driver.rules.find((rule) => rule.relationships).relationships[0].target.index += 1; },
  'a file that is not there': (log) => { log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri += 'x'; },
};

// JUnit

function complaints_about_junit(text) {
  const schema = fileURLToPath(new URL('jenkins-junit.xsd', FORMATS));
  const run = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], { input: text, encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0 || !run.stderr.includes('- validates')) return run.stderr.split('\n');
  const wrong = ['boolean(//testsuite[@tests != count(testcase)])',
    'boolean(//testsuite[@errors != count(testcase[error])])',
    'boolean(//testsuite[@failures != count(testcase[failure and not(error)])])',
    'boolean(//testsuite[@skipped != count(testcase[skipped])])',
    'boolean(//testsuite[not(testcase)])']
    .filter((path) => spawnSync('xmllint', ['--xpath', path, '-'], { input: text, encoding: 'utf8' }).stdout.trim() !== 'false');
  return wrong.map((path) => `holds: ${path}`);
}

const JUNIT_FAULTS = {
  'an unknown element': (text) => text.replaceAll('system-out', 'output'),
  'a case without a name': (text) => text.replace('<testcase name="nastavnik check"', '<testcase'),
  'a suite without its number of cases': (text) => text.replace(/ tests="\d+"/, ''),
  'a wrong number of cases': (text) => text.replace(/ tests="(\d+)"/, ' tests="1$1"'),
  'a wrong number of failures': (text) => text.replace(/ failures="(\d+)"/, ' failures="1$1"'),
  'a control character': (text) => text.replace('classname="', 'classname="\u0001'),
  'an open element': (text) => text.replace('</testsuite>', ''),
};

// GitLab

const COMPILER_OPTIONS = { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [] };

/** The libraries of the compiler, read once. */
const libraries = new Map();

function library(name, read) {
  if (!libraries.has(name)) libraries.set(name, read());
  return libraries.get(name);
}

/** The list is compiled as a value of the type that others wrote for it. */
function complaints_of_types(json) {
  const file = fileURLToPath(new URL('code-quality.mts', import.meta.url));
  const source = `import type { Issue } from 'codeclimate-types'\nexport const issues: Issue[] = ${json}\n`;
  const host = ts.createCompilerHost(COMPILER_OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => (name === file
    ? ts.createSourceFile(name, source, ...rest)
    : library(name, () => getSourceFile(name, ...rest)));
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], COMPILER_OPTIONS, host));
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What GitLab's manual says beyond the types. */
function complaints_of_the_manual(issues, directory) {
  const complaints = [];
  const fingerprints = new Set(issues.map(({ fingerprint }) => fingerprint));
  if (fingerprints.size !== issues.length) complaints.push('fingerprints are not unique');
  for (const { location: { path, positions }, severity, description } of issues) {
    if (/^(\.?\/|\.\.)/.test(path) || !existsSync(join(directory, path))) complaints.push(`no file at ${path}`);
    if (!(positions?.begin.line >= 1)) complaints.push(`no line: ${path}`);
    if (!severity || !description || /\n/.test(description)) complaints.push(`severity or description: ${path}`);
  }
  return complaints;
}

/** `nature` is ours; the list says what it is, so that the types judge all the rest. */
function without_our_own(issues) {
  return issues.map(({ nature, ...rest }) => rest);
}

function complaints_about_gitlab(text, directory) {
  const issues = JSON.parse(text);
  return [...complaints_of_types(JSON.stringify(without_our_own(issues))), ...complaints_of_the_manual(issues, directory)];
}

const GITLAB_FAULTS = {
  'no description': (issues) => { delete issues[0].description; },
  'an unknown severity': (issues) => { issues[0].severity = 'error'; },
  'a line that is a text': (issues) => { issues[0].location.positions.begin.line = '4'; },
  'an unknown property': (issues) => { issues[0].rule = 'P2-2'; },
  'two with one fingerprint': (issues) => { issues[1].fingerprint = issues[0].fingerprint; },
  'a file that is not there': (issues) => { issues[0].location.path += 'x'; },
};

// All

function edited_json(edit) {
  return (text) => {
    const value = JSON.parse(text);
    edit(value);
    return JSON.stringify(value);
  };
}

function edits(faults, make) {
  return Object.entries(faults).map(([title, edit]) => [title, make(edit)]);
}

const JUDGES = {
  sarif: { complaints: complaints_about_sarif, faults: edits(SARIF_FAULTS, edited_json) },
  junit: { complaints: complaints_about_junit, faults: edits(JUNIT_FAULTS, (edit) => edit) },
  gitlab: { complaints: complaints_about_gitlab, faults: edits(GITLAB_FAULTS, edited_json) },
};

function judge_good(program, directory, registry, tally) {
  for (const [format, { complaints }] of Object.entries(JUDGES)) {
    for (const language of ['ru', 'en']) {
      const title = `${format} ${language} ${join(directory, registry)}`;
      try {
        tally.judge(title, complaints(output_of(program, format, language, directory, registry), directory));
      } catch (error) {
        tally.fail(title, error.message.split('\n'));
      }
    }
  }
}

/** A judge that takes a faulty output is no judge. */
function judge_faulty(program, directory, registry, tally) {
  for (const [format, { complaints, faults }] of Object.entries(JUDGES)) {
    const good = output_of(program, format, 'ru', directory, registry);
    for (const [title, spoil] of faults) {
      const refused = () => {
        const bad = spoil(good);
        if (bad === good) return false;
        return complaints(bad, directory).length > 0;
      };
      tally.judge(`${format}: ${title}`, refused() ? [] : ['nobody refuses it']);
    }
  }
}

/** A registry in a folder, and in files, whose names a URI cannot hold as they are. */
function make_awkward(directory) {
  const registry = 'школа №1 #а 100%';
  spawnSync('mkdir', ['-p', join(directory, registry, 'programs')]);
  writeFileSync(join(directory, registry, 'nastavnik.yaml'), 'format: 1\n');
  writeFileSync(join(directory, registry, 'programs', 'план: 2025?.yaml'), 'имя: «Ёлка»\n');
  writeFileSync(join(directory, registry, 'programs', '2025-003.yaml'), 'goal: "a\u0007\uFFFF"\nпара: &x 1\n');
  return registry;
}

/** The registry of a pair whose programme is too short, once with a waiver and once as an old finding. */
function make_set_aside(directory) {
  const base = fileURLToPath(new URL('../base/pair', import.meta.url));
  const program = 'programs/2025-003.yaml';
  for (const registry of ['waived', 'old']) {
    cpSync(base, join(directory, registry), { recursive: true });
    const text = readFileSync(join(base, program), 'utf8');
    writeFileSync(join(directory, registry, program), text.replace(/^end: .*$/m, 'end: 2025-11-29'));
  }
  writeFileSync(join(directory, 'waived', 'waivers.yaml'), `waivers:
  - {rule: P2-2, record: programs/2025-003, reason: "«Срок» <договора> & план", decided_by: p-001, decided_on: 2025-09-02, until: 2025-11-29}
`);
}

/** What the registries above must say of P2-2: that it is set aside, and why. */
function judge_set_aside(program, directory, tally) {
  const said = (format, registry) => output_of(program, format, 'ru', directory, registry, ['--as-of', '2025-10-01']);
  const found = (registry) => JSON.parse(said('sarif', registry)).runs[0].results.filter(({ ruleId }) => ruleId === 'P2-2');
  const [{ partialFingerprints }] = found('old');
  writeFileSync(join(directory, 'old', 'baseline.txt'), `${Object.values(partialFingerprints)[0]}\n`);
  for (const registry of ['waived', 'old']) {
    const suppressions = found(registry).flatMap((result) => result.suppressions ?? []);
    tally.judge(`sarif suppresses: ${registry}`, suppressions.some(({ justification }) => justification) ? [] : ['no suppression']);
    for (const [format, { complaints }] of Object.entries(JUDGES)) {
      tally.judge(`${format}: ${registry}`, complaints(said(format, registry), directory));
    }
  }
  tally.judge('junit skips', /<skipped>.*&lt;договора&gt; &amp; план/.test(said('junit', 'waived')) ? [] : ['no skipped case']);
}

function registries_in(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'nastavnik.yaml')))
    .map(({ name }) => name);
}

function main(directories) {
  if (!process.env.NASTAVNIK || directories.length === 0) usage_error('a program and folders of registries are needed');
  const program = resolve(process.env.NASTAVNIK);
  const tally = new Tally();
  for (const directory of directories) {
    const registries = registries_in(directory);
    if (registries.length === 0) tally.fail(directory, ['no registry in it']);
    for (const registry of registries) judge_good(program, resolve(directory), registry, tally);
  }
  const awkward = mkdtempSync(join(tmpdir(), 'nastavnik-formats-'));
  try {
    const registry = make_awkward(awkward);
    judge_good(program, awkward, registry, tally);
    judge_faulty(program, awkward, registry, tally);
    make_set_aside(awkward);
    judge_set_aside(program, awkward, tally);
  } finally {
    rmSync(awkward, { recursive: true });
  }
  tally.close();
}

main(process.argv.slice(2));
