// What `init --ci` writes is a pipeline to tools that are not ours, and its steps, taken out of the YAML, work: they fetch
// the package from a folder or a server, refuse a wrong one, install it and judge the registry by its exit status. Only
// apt-get is played, by a script that unpacks the .deb beside the test; tests/bare_test.sh lets the real one do it.
// At the end pre-commit itself runs the hooks of .pre-commit-hooks.yaml.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { validateWorkflow } from '@action-validator/core';
import { Ajv } from 'ajv';
import { parse, stringify } from 'yaml';
import { gitlab_steps } from './gitlab_steps.mjs';
import { Tally } from './tally.mjs';

const ROOT = new URL('../../', import.meta.url);
const program = resolve(process.env.NASTAVNIK ?? '');
const packages = resolve(process.argv[2] ?? '');
const deb = existsSync(packages) && readdirSync(packages).find((name) => name.endsWith('.deb'));
if (!process.env.NASTAVNIK || !deb) {
  console.error('usage: NASTAVNIK=PROGRAM node pipelines_test.mjs FOLDER   (which holds the .deb)');
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'nastavnik-pipelines-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

function run(words, options = {}) {
  const { status, stdout, stderr } = spawnSync(words[0], words.slice(1), { encoding: 'utf8', ...options });
  return { status, said: `${stdout}${stderr}` };
}

function must(words, options) {
  const { status, said } = run(words, options);
  if (status !== 0) throw new Error(`${words.join(' ')}: ${status}\n${said}`);
  return said;
}

const IDENTITY = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
const git = (folder, ...words) => must(['git', ...IDENTITY, ...words], { cwd: folder });

function repository(name, ...words) {
  const folder = join(scratch, name);
  mkdirSync(folder);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  must([program, 'init', '--quiet', ...words], { cwd: folder });
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=begin');
  return folder;
}

// What the tools of others say of the files

const is_gitlab_pipeline = new Ajv({ strict: false, allErrors: true, logger: false })
  .compile(JSON.parse(readFileSync(new URL('tests/formats/gitlab-ci.json', ROOT), 'utf8')));

const SERVERS = {
  gitlab: {
    file: '.gitlab-ci.yml',
    refuses: (text) => (is_gitlab_pipeline(parse(text)) ? [] : is_gitlab_pipeline.errors.map(({ instancePath, message }) => `${instancePath} ${message}`)),
    faults: [
      (pipeline) => { pipeline.nastavnik.artefacts = {}; },
      (pipeline) => { pipeline.nastavnik.script = {}; },
      (pipeline) => { pipeline.nastavnik.artifacts.when = 'sometimes'; },
      (pipeline) => { pipeline.nastavnik.image = []; },
    ],
    steps: gitlab_steps,
    variables: (pipeline) => pipeline.variables,
    since: (base) => ({ CI_COMMIT_BEFORE_SHA: base }),
    shell: ['bash', '-e', '-o', 'pipefail'],
  },
  github: {
    file: '.github/workflows/nastavnik.yml',
    refuses: (text) => validateWorkflow(text).errors.map((error) => JSON.stringify(error)),
    faults: [
      (pipeline) => { pipeline.jobs.check.runs_on = 'x'; },
      (pipeline) => { pipeline.permissions.contents = 'all'; },
      (pipeline) => { pipeline.jobs.check.steps[0].shall = 'x'; },
      (pipeline) => { delete pipeline.on; },
    ],
    steps: (pipeline) => pipeline.jobs.check.steps.map((step) => step.run).filter(Boolean),
    variables: (pipeline) => pipeline.jobs.check.env,
    since: (base) => ({ NASTAVNIK_BASE: base }),
    shell: ['sh', '-e'],
  },
};

const tally = new Tally();

function judge_shape(server, text) {
  tally.judge(`${server.file} is a pipeline`, server.refuses(text));
  for (const fault of server.faults) {
    const pipeline = parse(text);
    fault(pipeline);
    tally.judge(`${server.file}: refused with ${fault}`, server.refuses(stringify(pipeline)).length ? [] : ['was taken']);
  }
}

// The steps

/** Plays apt-get: what is no file is there already, a .deb is unpacked into the folder that PATH ends in. */
const APT_GET = `#!/bin/sh
for word; do
  case $word in
    *.deb) dpkg-deb --extract "$word" "$APT_ROOT" && echo "$word" >>"$APT_ROOT/installed" ;;
  esac
done
`;

/** One machine on which a pipeline runs once. */
function machine(name) {
  const folder = join(scratch, name);
  for (const part of ['bin', 'root', 'tmp', 'home']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'bin/apt-get'), APT_GET);
  chmodSync(join(folder, 'bin/apt-get'), 0o755);
  const root = join(folder, 'root');
  const path = [join(folder, 'bin'), join(root, 'usr/bin'), '/usr/bin', '/bin'].join(':');
  return { root, env: { PATH: path, APT_ROOT: root, TMPDIR: join(folder, 'tmp'), HOME: join(folder, 'home'), LANG: 'C.UTF-8' } };
}

/** The steps one after the other, as the server runs them; the first that fails is the last. */
async function run_steps(server, pipeline, folder, { root, env }, given) {
  const variables = Object.fromEntries(Object.entries(server.variables(pipeline)).map(([key, value]) => [key, value.startsWith('${{') ? '' : value]));
  let said = '';
  for (const step of server.steps(pipeline)) {
    const child = spawn(server.shell[0], [...server.shell.slice(1), '-c', step], { cwd: folder, env: { ...env, ...variables, ...given } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => { said += bytes; });
    const status = await new Promise((done) => { child.on('close', done); });
    if (status !== 0) return { status, said, installed: existsSync(join(root, 'installed')) };
  }
  return { status: 0, said, installed: existsSync(join(root, 'installed')) };
}

function complaints_of({ status, said, installed }, wanted) {
  const complaints = [];
  if (status !== wanted.status && (wanted.status !== 'failed' || status === 0)) complaints.push(`exit status ${status}, not ${wanted.status}`);
  if (installed !== wanted.installed) complaints.push(installed ? 'the package was installed' : 'nothing was installed');
  if (!said.includes(wanted.says ?? '')) complaints.push(`does not say: ${wanted.says}`);
  return complaints.length ? [...complaints, ...said.split('\n')] : [];
}

function other_version(folder) {
  must(['dpkg-deb', '--raw-extract', join(packages, deb), join(folder, 'other')]);
  const control = join(folder, 'other/DEBIAN/control');
  writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, 'Version: 0.0.9'));
  must(['dpkg-deb', '--root-owner-group', '--build', join(folder, 'other'), join(folder, 'other.deb')]);
  return pathToFileURL(join(folder, 'other.deb')).href;
}

function spoil(folder) {
  const file = join(folder, 'programs', readdirSync(join(folder, 'programs')).find((name) => name.endsWith('.yaml')));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^end: .*$/m, 'end: 2020-01-01'));
}

/** Breaks a rule and silences it, in one commit; gives back the one before. */
function excuse(folder) {
  const settings = join(folder, 'nastavnik.yaml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}severities:\n  - {rule: P2-6, severity: silent, reason: Проба}\n`);
  const file = join(folder, 'programs', readdirSync(join(folder, 'programs')).find((name) => name.endsWith('.yaml')));
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^directions: .*\n/m, ''));
  git(folder, 'commit', '--quiet', '--all', '--message=excuse');
  return git(folder, 'rev-parse', 'HEAD~1').trim();
}

async function judge_steps(name, server, folder, text, address) {
  const pipeline = parse(text);
  const sum = createHash('sha256').update(readFileSync(join(packages, deb))).digest('hex');
  const local = pathToFileURL(join(packages, deb)).href;
  const broken = join(scratch, `${name}-broken`);
  cpSync(folder, broken, { recursive: true });
  spoil(broken);
  const excused = join(scratch, `${name}-excused`);
  cpSync(folder, excused, { recursive: true });
  const base = excuse(excused);
  const other = join(scratch, `${name}-other`);
  mkdirSync(other);
  const cases = [
    ['from a server, with its sum', folder, { NASTAVNIK_DEB_URL: `${address}/${deb}`, NASTAVNIK_DEB_SHA256: sum }, { status: 0, installed: true }],
    ['from a folder', folder, { NASTAVNIK_DEB_URL: local }, { status: 0, installed: true }],
    ['a registry with a mistake', broken, { NASTAVNIK_DEB_URL: local }, { status: 1, installed: true, says: 'S-03' }],
    ['a push that excuses itself', excused, { NASTAVNIK_DEB_URL: local, ...server.since(base) }, { status: 1, installed: true, says: 'P2-6' }],
    ['a first push', excused, { NASTAVNIK_DEB_URL: local, ...server.since('0'.repeat(40)) }, { status: 0, installed: true }],
    ['a wrong sum', folder, { NASTAVNIK_DEB_URL: local, NASTAVNIK_DEB_SHA256: sum.replace(/^./, (c) => (c === '0' ? '1' : '0')) }, { status: 'failed', installed: false, says: 'FAILED' }],
    ['no place is said', folder, {}, { status: 'failed', installed: false, says: 'не указано, откуда взять пакет nastavnik' }],
    ['nothing is there', folder, { NASTAVNIK_DEB_URL: `${address}/no.deb` }, { status: 'failed', installed: false, says: '404' }],
    ['another version', folder, { NASTAVNIK_DEB_URL: other_version(other) }, { status: 'failed', installed: false, says: 'лежит 0.0.9' }],
  ];
  for (const [title, registry, given, wanted] of cases) {
    const result = await run_steps(server, pipeline, registry, machine(`${name} ${title}`), given);
    tally.judge(`${server.file}: ${title}`, complaints_of(result, wanted));
  }
}

function judge_reports(folder) {
  const report = JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'));
  tally.judge('gitlab: the report of code quality is a list', Array.isArray(report) ? [] : ['it is none']);
  const junit = run(['xmllint', '--noout', join(folder, 'nastavnik-junit.xml')]);
  tally.judge('gitlab: the report of tests is XML', junit.status === 0 ? [] : [junit.said]);
}

// The hooks

function judge_hooks() {
  const hooks = join(scratch, 'hooks');
  mkdirSync(hooks);
  git(hooks, 'init', '--quiet', '--initial-branch=main');
  cpSync(new URL('.pre-commit-hooks.yaml', ROOT), join(hooks, '.pre-commit-hooks.yaml'));
  git(hooks, 'add', '--all');
  git(hooks, 'commit', '--quiet', '--message=hooks');
  const revision = git(hooks, 'rev-parse', 'HEAD').trim();
  for (const id of ['nastavnik', 'nastavnik-all']) {
    const folder = repository(`hook-${id}`, '--example');
    writeFileSync(join(folder, '.pre-commit-config.yaml'), stringify({ repos: [{ repo: pathToFileURL(hooks).href, rev: revision, hooks: [{ id }] }] }));
    const home = join(scratch, `home-${id}`);
    const env = { PATH: `${resolve(program, '..')}:/usr/bin:/bin`, HOME: home, LANG: 'C.UTF-8', GIT_CONFIG_COUNT: '2', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: 'test', GIT_CONFIG_KEY_1: 'user.email', GIT_CONFIG_VALUE_1: 'test@example.invalid' };
    const hook = (...words) => run(['pre-commit', ...words], { cwd: folder, env });
    git(folder, 'add', '--all');
    tally.judge(`${id}: nothing to say of a clean registry`, complaints_of({ ...hook('run', '--all-files'), installed: true }, { status: 0, installed: true, says: 'Passed' }));
    tally.judge(`${id}: no record has changed`, complaints_of({ ...hook('run'), installed: true }, { status: 0, installed: true, says: 'no files to check' }));
    spoil(folder);
    git(folder, 'add', '--all');
    tally.judge(`${id}: a mistake is found before the commit`, complaints_of({ ...hook('run'), installed: true }, { status: 1, installed: true, says: 'S-03' }));
  }
}

const server = createServer((request, response) => {
  const file = join(packages, decodeURIComponent(request.url).replaceAll('/', ''));
  if (!existsSync(file)) return response.writeHead(404).end();
  return response.end(readFileSync(file));
});
await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
for (const [name, kind] of Object.entries(SERVERS)) {
  const folder = repository(name, '--example', '--ci', name);
  const text = readFileSync(join(folder, kind.file), 'utf8');
  judge_shape(kind, text);
  await judge_steps(name, kind, folder, text, `http://127.0.0.1:${server.address().port}`);
  if (name === 'gitlab') judge_reports(folder);
}
server.close();
judge_hooks();
tally.close();
