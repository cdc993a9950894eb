// Everything that can be said about the code without running it, one line a part; ends with "N passed, N failed".
// `npm run check` installs and compiles first, because the parts read the compiled packages.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (path) => join(root, 'node_modules', ...path.split('/'));
const sources = ['libs', 'proto', 'coordinator', 'site-agent', 'cli', 'test', 'scripts'];

/** Each part's commands run one after the other; the part is ok if all of them are. */
const parts = {
  types: [
    [tool('typescript/bin/tsc'), '-b'],
    [tool('typescript/bin/tsc'), '-p', 'tsconfig.test.json'],
    [tool('typescript/bin/tsc'), '-p', 'test/services'],
  ],
  lint: [[tool('eslint/bin/eslint.js'), '--max-warnings', '0', '.']],
  format: [[tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  arrows: [[tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...sources]],
  'generated proto': [[join('proto', 'generate.mjs'), '--check']],
  'dead code': [[tool('knip/bin/knip.js'), '--no-progress']],
  limits: [[join('scripts', 'limits.mjs')]],
  'model figures': [[join('scripts', 'model-figures.mjs'), '--check']],
  'error codes': [[join('scripts', 'error-catalogue.mjs'), '--check', '--tests']],
};

let failed = 0;
for (const [name, commands] of Object.entries(parts)) {
  const startedMs = Date.now();
  const complaints = commands.map(complaint).filter((text) => text !== undefined);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
  console.log(`${complaints.length === 0 ? 'ok     ' : 'failed '} ${name} (${seconds} s)`);
  for (const text of complaints) console.log(text);
  if (complaints.length > 0) failed++;
}
console.log(`${Object.keys(parts).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What a command said if it failed; undefined if it did not. */
function complaint(args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return undefined;
  return `${stdout}${stderr}`.trimEnd() || String(error ?? `exit code ${status}`);
}
