import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

/** Kinds of records that are one file; the stem is also that of the schema. */
const SINGLE_FILES = ['nastavnik', 'organization', 'regulation', 'calendar', 'waivers'];

/** Kinds of records that are a folder of files; its name is also the stem of the schema. */
const FOLDERS = ['people', 'mentors', 'mentees', 'pairs', 'programs', 'orders', 'years', 'publications', 'practices'];

export const KINDS = [...SINGLE_FILES, ...FOLDERS];

/** Where a record of a kind stands in its registry. */
export function path_of(kind, id) {
  return FOLDERS.includes(kind) ? `${kind}/${id}.yaml` : `${kind}.yaml`;
}

function is_folder(path) {
  return existsSync(path) && statSync(path).isDirectory();
}

function yaml_files(folder) {
  if (!is_folder(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.startsWith('.')).sort();
}

/** The records of a registry: `{ path, kind }`, the path relative to its root. */
export function records_in(root) {
  const singles = SINGLE_FILES.map((kind) => ({ path: `${kind}.yaml`, kind }));
  const foldered = FOLDERS.flatMap((kind) =>
    yaml_files(join(root, kind)).map((name) => ({ path: `${kind}/${name}`, kind })));
  return [...singles.filter(({ path }) => existsSync(join(root, path))), ...foldered];
}

/** The registries at or under a directory: what holds a record is one, and is not searched further. */
export function registries_under(directory) {
  if (records_in(directory).length > 0) return [directory];
  return readdirSync(directory).sort()
    .map((name) => join(directory, name))
    .filter(is_folder)
    .flatMap(registries_under);
}

/** The value another YAML 1.2 tool sees in a record, or the reasons why it sees none. */
export function read_record(path) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, logLevel: 'error' });
    const errors = document.errors.map((error) => `${error.code}: ${error.message.split('\n')[0]}`);
    return errors.length > 0 ? { errors } : { errors, value: document.toJS() };
  } catch (error) {
    return { errors: [error.message] };
  }
}
