// The shell of a GitLab pipeline as a runner puts it together. As a program:  gitlab_steps.mjs FILE  prints it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export function gitlab_steps({ nastavnik }) {
  return [[...nastavnik.before_script, ...nastavnik.script].join('\n')];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pipeline = parse(readFileSync(process.argv[2], 'utf8'));
  console.log(['set -eo pipefail', ...gitlab_steps(pipeline)].join('\n'));
}
