// Writes docs/errors.md from the catalogues of the compiled packages. With --check, fails if it is out of date; with
// --tests, fails if a code has no test that provokes it. `npm run check` compiles first.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { assertedCodes } from './error-assertions.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const DOCUMENT = join(root, 'docs', 'errors.md');
const PACKAGES = [
  ['coordinator', 'The coordinator'],
  ['site-agent', "A site's agent and trainer"],
  ['cli', 'The command `mammofed`'],
  ['libs/core', 'Models, configurations, states'],
  ['libs/imaging', 'Images and their folders'],
  ['libs/learning', 'Models and training'],
  ['libs/aggregation', 'Sums of updates'],
  ['libs/privacy', 'Join codes and sealed connections'],
  ['libs/wire', 'Messages'],
  ['libs/storage', 'Folders and keys'],
];
/** The catalogues of what one machine answers another, and how such an answer looks; all others belong to an error class. */
const REFUSALS = {
  REFUSALS: { title: 'What a site is refused with', shape: 'kind refused' },
  HANDSHAKE_REFUSALS: {
    title: 'What a stranger is refused with (beside the codes of `libs/privacy` and `libs/wire`)',
    shape: 'in refused',
  },
  ENROLMENT_REFUSALS: { title: 'What a join code is refused with', shape: 'kind refuse' },
  SECURE_AGGREGATION_ERRORS: { title: 'What secure aggregation refuses', shape: 'other' },
  TASK_REFUSALS: { title: 'What a task is refused with', shape: 'kind refused' },
};
const DECLARATION = /^export const (\w+) = \{[^]*?^\} as const satisfies ErrorCatalogue;/gm;

const { values } = parseArgs({ options: { check: { type: 'boolean' }, tests: { type: 'boolean' } } });
const catalogues = await readCatalogues();
if (values.check || values.tests) {
  const problems = [...(values.check ? await staleDocument() : []), ...(values.tests ? untestedCodes() : [])];
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  writeFileSync(DOCUMENT, await documentText());
}

/** Finds every catalogue where the sources declare it, and reads its codes from what was compiled of them. */
async function readCatalogues() {
  const found = [];
  for (const [folder, title] of PACKAGES) {
    for (const path of filesUnder(join(root, folder, 'src'))) {
      if (!path.endsWith('.ts') || /\.test(-support)?\.ts$/.test(path)) continue;
      const source = relative(root, path).split(sep).join('/');
      const text = readFileSync(path, 'utf8');
      const declared = [...text.matchAll(DECLARATION)];
      if (declared.length !== text.split(' satisfies ErrorCatalogue').length - 1)
        throw new Error(
          `${source}: write a catalogue as \`export const NAME = {…} as const satisfies ErrorCatalogue;\``,
        );
      for (const [, name] of declared) {
        const built = source.replace('/src/', '/dist/').replace(/\.ts$/, '.js');
        const compiled = await import(pathToFileURL(join(root, built)).href);
        found.push({ folder, title, name, source, notes: compiled[name] });
      }
    }
  }
  return found;
}

async function documentText() {
  const parts = [
    '# Error codes',
    'Every failure has a code; scripts and programs go by the code, people by the sentence beside it. The exit code of a command is 2 where the way it was called or set up has to change first, and 1 for any other failure.',
    'Made from the code by `npm run errors`; every code has a test that provokes it, and `npm run check` holds both.',
  ];
  for (const [folder, title] of PACKAGES) {
    const own = catalogues.filter((catalogue) => catalogue.folder === folder);
    if (own.length > 0) parts.push(`## ${title} (\`${folder}\`)`);
    for (const { name, source, notes } of own.sort((a, b) => isRefusal(a) - isRefusal(b))) {
      if (own.length > 1)
        parts.push(`### ${REFUSALS[name]?.title ?? 'What a command, a request or a task fails with'}`);
      const rows = Object.entries(notes).map(
        ([code, note]) => `| \`${code}\` | ${cell(note.meaning)} | ${cell(note.next)} |`,
      );
      parts.push(
        `\`${name}\` in \`${source}\``,
        ['| code | what it means | what to do |', '| - | - | - |', ...rows].join('\n'),
      );
    }
  }
  return prettier.format(parts.join('\n\n'), { ...(await prettier.resolveConfig(DOCUMENT)), parser: 'markdown' });
}

async function staleDocument() {
  const isSame = readFileSync(DOCUMENT, 'utf8') === (await documentText());
  return isSame ? [] : ['docs/errors.md is out of date: run `npm run errors` and commit the result.'];
}

/**
 * A code that one package alone has may be provoked anywhere: what a library finds shows where it is used. A code that
 * several packages have needs a test in each of them, and in a package that has it twice, an assertion of either kind.
 */
function untestedCodes() {
  const files = [...PACKAGES.map(([folder]) => join(folder, 'src')), 'test']
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((path) => /\.test(-support)?\.ts$/.test(path))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  const assertions = assertedCodes(files);
  return catalogues.flatMap(({ folder, name, source, notes }) =>
    Object.keys(notes).flatMap((code) => {
      const rivals = catalogues.filter((other) => other.name !== name && code in other.notes);
      const isShared = rivals.some((other) => other.folder !== folder);
      const isTwiceHere = rivals.some((other) => other.folder === folder);
      const shape = REFUSALS[name]?.shape ?? 'other';
      const isTested = assertions.some(
        (assertion) =>
          assertion.code === code &&
          (!(isShared || isTwiceHere) || assertion.file.startsWith(`${folder}/`)) &&
          (!isTwiceHere || assertion.shape === shape),
      );
      return isTested ? [] : [`${source}: no test provokes '${code}' of ${name}`];
    }),
  );
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`))
    .sort();
}

function isRefusal({ name }) {
  return name in REFUSALS ? 1 : 0;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}
