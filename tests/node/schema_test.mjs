// Holds the printed schemas against the program: ajv, fed by the `yaml` package, must refuse exactly the records in
// which the program finds a structural fault. What the two may see differently stands in exceptions.json.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { KINDS, read_record, records_in, registries_under } from './records.mjs';
import { Tally } from './tally.mjs';

/** Words of the schemas that speak to editors and readers alone; any other unknown word fails in strict mode. */
const WORDS_FOR_PEOPLE = ['x-en', 'enumDescriptions', 'errorMessage'];

/** Findings that say "this is no record of its kind". */
const STRUCTURAL = /^(record-.*|S-01|S-03|S-04)$/;

/** When one of these is faulty, the program judges nothing else. */
const SETTINGS = ['nastavnik.yaml', 'waivers.yaml'];

/** The schemas of what `check`, `coverage` and `report` print with `--format json`. */
const OUTPUT = 'check-output';
const COVERAGE = 'coverage-output';
const REPORT = 'report-output';

const exceptions = JSON.parse(readFileSync(new URL('exceptions.json', import.meta.url), 'utf8'))
  .map((exception) => ({ ...exception, used: false }));

function usage_error(message) {
  console.error(`${message}\nusage: NASTAVNIK=PROGRAM node schema_test.mjs SCHEMAS_DIR CASES_DIR...`);
  process.exit(2);
}

function validators(schemas_dir) {
  const ajv = new Ajv({ strict: true, allErrors: true });
  ajv.addVocabulary(WORDS_FOR_PEOPLE);
  const compile = (kind) => ajv.compile(JSON.parse(readFileSync(join(schemas_dir, `${kind}.schema.json`), 'utf8')));
  return new Map([...KINDS, OUTPUT, COVERAGE, REPORT].map((name) => [name, compile(name)]));
}

/** Why an independent reader refuses a record; empty when it does not. */
function complaints_of_ajv(validate, path) {
  const { errors, value } = read_record(path);
  if (errors.length > 0 || validate(value)) return errors;
  return validate.errors.map((error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
}

/** The program names a registry by its nastavnik.yaml; a case may leave it out and gets the least one. */
function with_settings(registry, act) {
  if (existsSync(join(registry, 'nastavnik.yaml'))) return act(registry);
  const copy = mkdtempSync(join(tmpdir(), 'nastavnik-schema-'));
  try {
    cpSync(registry, copy, { recursive: true });
    writeFileSync(join(copy, 'nastavnik.yaml'), 'format: 1\n');
    return act(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function check(program, registry, is_output) {
  const run = spawnSync(program, ['check', '--format', 'json', '-C', registry], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  if (![0, 1, 2, 3].includes(run.status)) throw new Error(`exit status ${run.status ?? run.signal}\n${run.stderr}`);
  const output = JSON.parse(run.stdout);
  if (!is_output(output)) throw new Error(`the output is not what ${OUTPUT} says\n${JSON.stringify(is_output.errors)}`);
  return { status: run.status, findings: output.runs.flatMap(({ findings }) => findings) };
}

function is_structural({ rule, severity }) {
  if (rule === 'yaml-needs-quotes') return true;
  return STRUCTURAL.test(rule) || (rule.startsWith('yaml-') && severity === 'error');
}

function exception_for(finding) {
  return exceptions.find(({ rule, path, message }) =>
    rule === finding.rule
    && (path === undefined || new RegExp(path, 'u').test(finding.path))
    && (message === undefined || new RegExp(message, 'u').test(finding.message)));
}

function mark_used(exception) {
  exception.used = true;
  return exception;
}

/**
 * The structural findings of a record, apart: those ajv must share, and those it cannot see. Where it refuses the
 * record, nothing need be excused.
 */
function split_findings(findings, path, ajv_refuses) {
  const structural = findings.filter((finding) => finding.path === path && is_structural(finding));
  if (ajv_refuses) return { shared: structural, excepted: [] };
  return {
    shared: structural.filter((finding) => !exception_for(finding)),
    excepted: structural.map(exception_for).filter(Boolean).map(mark_used),
  };
}

function say(who, reasons) {
  return reasons.length > 0 ? [`${who} refuses it:`, ...reasons.map((reason) => `  ${reason}`)] : [`${who} accepts it`];
}

/** What the folder of a written case promises about each of its records. */
function broken_promise(promise, by_ajv, { shared, excepted }) {
  switch (promise) {
    case 'accepted': return by_ajv.length + shared.length + excepted.length > 0 ? ['both should accept it'] : [];
    case 'rejected': return by_ajv.length === 0 || shared.length === 0 ? ['both should refuse it'] : [];
    case 'differing': return by_ajv.length > 0 || excepted.length === 0 ? ['only the program should refuse it'] : [];
    default: return [];
  }
}

function compare(promise, by_ajv, ours) {
  const disagree = (by_ajv.length > 0) !== (ours.shared.length > 0);
  const broken = broken_promise(promise, by_ajv, ours);
  if (!disagree && broken.length === 0) return [];
  const reasons = ours.shared.map(({ rule, line, message }) => `${rule}, line ${line}: ${message}`);
  const excused = ours.excepted.map(({ rule, reason }) => `excepted: ${rule} (${reason})`);
  return [...broken, ...say('ajv', by_ajv), ...say('the program', reasons), ...excused];
}

/** All files, or the settings alone when the program stopped at them. */
function judged_records(registry, { status, findings }) {
  const stopped = status === 2 && findings.length > 0;
  return records_in(registry).filter(({ path }) => !stopped || SETTINGS.includes(path));
}

function test_registry(registry, program, schemas, tally) {
  const promise = basename(dirname(registry));
  const result = with_settings(registry, (root) => check(program, root, schemas.get(OUTPUT)));
  const records = judged_records(registry, result);
  if (records.length === 0) tally.fail(registry, ['the program judged none of its records']);
  for (const { path, kind } of records) {
    const by_ajv = complaints_of_ajv(schemas.get(kind), join(registry, path));
    const ours = split_findings(result.findings, path, by_ajv.length > 0);
    tally.judge(join(registry, path), compare(promise, by_ajv, ours));
  }
}

/** What the program says of the clauses is what its schema says; and the schema refuses what is not. */
function judge_coverage(program, is_coverage, tally) {
  const run = spawnSync(program, ['coverage', '--format', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  const output = JSON.parse(run.stdout);
  tally.judge('coverage --format json', is_coverage(output) ? [] : [JSON.stringify(is_coverage.errors)]);
  output.clauses[0].clause = 'row.8';
  tally.judge('coverage with a row that is none', is_coverage(output) ? ['the schema takes it'] : []);
}

function output_of(program, args) {
  const run = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${args.join(' ')}: exit status ${run.status ?? run.signal}\n${run.stderr}`);
  return run.stdout;
}

/** A pair for the journal to be about, where the registry has one. */
function subject_in(registry) {
  const pair = records_in(registry).find(({ kind }) => kind === 'pairs');
  return pair && basename(pair.path, '.yaml');
}

/** Slips that the schema of reports must not take. */
const REPORT_SLIPS = {
  'without its day': (report) => { delete report.day; },
  'with a block of no kind': (report) => { report.blocks[0].type = 'picture'; },
  'with a figure without its definition': (report) => { delete report.blocks.find(({ type }) => type === 'figures').figures[0].definition; },
  'with half a share': (report) => { report.blocks.find(({ type }) => type === 'figures').figures[0].part = 1; },
  'with a cell that shows nothing': (report) => { Object.values(report.blocks.find(({ rows }) => rows?.length).rows[0].cells)[0].shown = ''; },
};

/** Every report of the registry is what its schema says, in both languages; and the schema refuses what is not. */
function judge_reports(program, registry, is_report, tally) {
  const names = output_of(program, ['report', '--list', '--lang', 'en', '-C', registry]).match(/^[a-z-]+/gmu);
  const subject = subject_in(registry);
  for (const name of names) {
    if (name === 'journal' && !subject) continue;
    for (const language of ['ru', 'en']) {
      const args = ['report', name, ...(name === 'journal' ? [subject] : []), '--format', 'json', '--lang', language, '-q', '-C', registry];
      const output = JSON.parse(output_of(program, args));
      const complaints = is_report(output) ? [] : [JSON.stringify(is_report.errors)];
      if (output.report !== name || output.blocks.length === 0) complaints.push('it says nothing, or is another report');
      tally.judge(`${registry}: report ${name} --lang ${language}`, complaints);
    }
  }
  const final = output_of(program, ['report', 'final', '--format', 'json', '-q', '-C', registry]);
  for (const [slip, make] of Object.entries(REPORT_SLIPS)) {
    const report = JSON.parse(final);
    make(report);
    tally.judge(`${registry}: a report ${slip}`, is_report(report) ? ['the schema takes it'] : []);
  }
}

/** With the written cases at hand, an exception that none of them needs is out of date. */
function judge_exceptions(tally) {
  for (const { rule, reason, used } of exceptions) {
    tally.judge(`exceptions.json: ${rule}`, used ? [] : [`no case needs this exception: ${reason}`]);
  }
}

function main([schemas_dir, ...case_dirs]) {
  const program = process.env.NASTAVNIK;
  if (!program || !schemas_dir || case_dirs.length === 0) usage_error('a program, schemas and cases are needed');
  const tally = new Tally();
  const schemas = validators(schemas_dir);
  judge_coverage(resolve(program), schemas.get(COVERAGE), tally);
  for (const directory of case_dirs) {
    const found = registries_under(directory);
    if (found.length === 0) tally.fail(directory, ['no registry in it']);
    for (const registry of found) {
      try {
        test_registry(registry, resolve(program), schemas, tally);
        if (existsSync(join(registry, 'nastavnik.yaml')) && ['base', 'examples'].includes(basename(dirname(registry)))) {
          judge_reports(resolve(program), registry, schemas.get(REPORT), tally);
        }
      } catch (error) {
        tally.fail(registry, error.message.split('\n'));
      }
    }
  }
  if (case_dirs.some((directory) => existsSync(join(directory, 'differing')))) judge_exceptions(tally);
  tally.close();
}

main(process.argv.slice(2));
