// Holds .dependency-cruiser.cjs to what it is for: in a made-up workspace that breaks every rule, every rule is seen.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
const CRUISE = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

/** What each package may import, told a second time. */
const ALLOWED: Readonly<Record<string, string>> = {
  proto: '',
  'libs/core': '',
  'libs/privacy': 'core',
  'libs/aggregation': 'core',
  'libs/learning': 'core',
  'libs/imaging': 'core',
  'libs/wire': 'core proto',
  'libs/storage': 'core privacy',
  coordinator: 'core privacy aggregation wire storage',
  'site-agent': 'core privacy aggregation learning imaging wire storage',
  cli: 'core imaging privacy storage',
};
const FOLDERS = Object.keys(ALLOWED);
const nameOf = (folder: string): string => folder.replace('libs/', '');

let workspace = '';
afterEach(() => rm(workspace, { recursive: true, force: true }));

/** A workspace with all packages, empty but for these files. @returns what breaks the rules, as `rule: file`. */
async function violations(files: Readonly<Record<string, string>>): Promise<string[]> {
  workspace = await mkdtemp(join(tmpdir(), 'mammofed-arrows-'));
  const write = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), content);
  };
  await mkdir(join(workspace, 'node_modules', '@mammofed'), { recursive: true });
  for (const folder of FOLDERS) {
    const entry = folder === 'proto' ? 'generated/mammofed.js' : 'dist/index.js';
    const dependencies = { 'declared-package': '1.0.0' };
    await write(
      `${folder}/package.json`,
      JSON.stringify({ name: `@mammofed/${nameOf(folder)}`, type: 'module', exports: `./${entry}`, dependencies }),
    );
    await write(`${folder}/${entry}`, 'export {};');
    await write(`${folder}/src/index.ts`, 'export {};');
    await symlink(join(workspace, folder), join(workspace, 'node_modules', '@mammofed', nameOf(folder)));
  }
  for (const name of ['declared-package', 'dev-package', 'undeclared-package']) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    await write(`node_modules/${name}/index.js`, '');
  }
  await write('package.json', JSON.stringify({ name: 'workspace', devDependencies: { 'dev-package': '1.0.0' } }));
  for (const [path, content] of Object.entries(files)) await write(path, content);
  await cp(join(ROOT, '.dependency-cruiser.cjs'), join(workspace, '.dependency-cruiser.cjs'));

  const args = [
    CRUISE,
    '--config',
    '.dependency-cruiser.cjs',
    '-T',
    'json',
    'libs',
    ...FOLDERS.filter((f) => !f.startsWith('libs/')),
  ];
  const output = await new Promise<string>((resolve, reject) => {
    // With violations it ends with their number; without output it failed.
    execFile(process.execPath, args, { cwd: workspace }, (_error, stdout, stderr) =>
      stdout === '' ? reject(new Error(stderr)) : resolve(stdout),
    );
  });
  const { summary } = JSON.parse(output) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort();
}

describe('the direction of dependencies', () => {
  it('is refused wherever the table does not allow it, and nowhere else', async () => {
    const files: Record<string, string> = {};
    const expected: string[] = [];
    for (const from of FOLDERS) {
      for (const to of FOLDERS.filter((folder) => folder !== from)) {
        const path = `${from}/src/uses-${nameOf(to)}.ts`;
        files[path] = `import type { Anything } from '@mammofed/${nameOf(to)}';`;
        if (!(ALLOWED[from] as string).split(' ').includes(nameOf(to)))
          expected.push(`arrows-of-${nameOf(from)}: ${path}`);
      }
    }
    const arrows = (await violations(files)).filter((violation) => violation.startsWith('arrows-of-'));
    expect(arrows).toEqual(expected.sort());
    expect(expected).toHaveLength(11 * 10 - 24);
  });

  it('every other rule sees what it is there for, and nothing else', async () => {
    const found = await violations({
      'libs/core/src/pure.ts': "import './ids.js';",
      'libs/core/src/ids.ts': '',
      'libs/core/src/reads-files.ts': "import { readFileSync } from 'node:fs';",
      'libs/core/src/reads-files.test.ts': "import { readFileSync } from 'node:fs'; import 'dev-package';",
      'libs/aggregation/src/hashes.ts': "import { createHash } from 'node:crypto';",
      'libs/privacy/src/hashes.ts': "import { createHash } from 'node:crypto';",
      'libs/privacy/src/reads-files.ts': "import { readFile } from 'node:fs/promises';",
      'libs/privacy/src/connects.ts': "import { connect } from 'net';",
      'libs/learning/src/spawns.ts': "import { spawn } from 'node:child_process';",
      'libs/imaging/src/reads-files.ts': "import { readFile } from 'node:fs/promises'; import 'declared-package';",
      'libs/wire/src/one.ts': "import type { Two } from './two.js'; export interface One { two: Two }",
      'libs/wire/src/two.ts': "import type { One } from './one.js'; export interface Two { one: One }",
      'coordinator/src/digs-by-path.ts': "import '../../libs/core/src/ids.js';",
      'coordinator/src/digs-in-dist.ts': "import '../../libs/core/dist/inner.js';",
      'libs/core/dist/inner.js': '',
      'coordinator/src/uses-dev.ts': "import 'dev-package';",
      'coordinator/src/uses-undeclared.ts': "import 'undeclared-package';",
      'site-agent/src/loses.ts': "import './nowhere.js';",
      'libs/newcomer/src/index.ts': "import '@mammofed/core';",
    });
    expect(found).toEqual([
      'declared-packages: coordinator/src/uses-dev.ts',
      'declared-packages: coordinator/src/uses-undeclared.ts',
      'known-packages: libs/newcomer/src/index.ts',
      'no-cycles: libs/wire/src/one.ts',
      'no-deep-imports: coordinator/src/digs-by-path.ts',
      'no-deep-imports: coordinator/src/digs-in-dist.ts',
      'no-files-no-network: libs/learning/src/spawns.ts',
      'no-files-no-network: libs/privacy/src/connects.ts',
      'no-files-no-network: libs/privacy/src/reads-files.ts',
      'nothing-unresolved: site-agent/src/loses.ts',
      'pure-packages: libs/aggregation/src/hashes.ts',
      'pure-packages: libs/core/src/reads-files.ts',
    ]);
  });
});
