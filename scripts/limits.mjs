// Holds docs/limits.md to the code: a cap in a table that names its constant must be that constant's value, and every
// constant that looks like a cap must be in a table, or below with the reason why it is none.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = ['libs', 'coordinator/src', 'site-agent/src', 'cli/src'];
const LOOKS_LIKE_A_CAP =
  /^(MAX|MIN|LARGEST|LONGEST|MOST)_|_(MS|LIMIT|KEPT|IN_FLIGHT|AT_MOST)$|(^|_)TRIES\b|^RESERVE_|_KEPT/;

/** Constants that are called like caps and cap nothing that comes from outside. */
const NO_CAPS = {
  MAX_SEALING_BYTES: 'part of MAX_FRAME_BYTES',
  MAX_ENVELOPE_BYTES: 'follows from MAX_FRAME_BYTES',
  MAX_UINT32: 'what the field holds',
  MAX_RING_BITS: 'the only ring there is',
  MAX_TIMEOUT_MS: 'what setTimeout can count',
  MAX_WEIGHTS_FOR_ARENA: 'a choice of how memory is taken',
  MAX_JOINED: 'what a shader can read from',
  MIN_PLACES: 'how a product is divided among the parts of a GPU',
  MAX_TERMS: 'how a sum is divided among the parts of a GPU',
  MAX_FIGURE_SIDE: 'the size of a drawing',
  LARGEST_CUT: 'a step of the augmentation',
  LARGEST_INT32: 'what a number of the command line holds',
  MIN_HASH_DIGITS: 'how short a name may be',
  PROGRESS_GAP_MS: 'how often is told how far it is',
  LISTING_GAP_MS: 'how often is told how far it is',
  MIN_GAP_MS: 'how often is told how far it is',
  MAX_GAP_MS: 'how often is told how far it is',
  LONG_ENOUGH_MS: 'how long a probe of the line takes that is timed by',
  LOOK_MS: 'how often is looked',
  TRY_AGAIN_MS: 'how often is looked',
  LOOK_EVERY_MS: 'how often is looked',
  BEAT_EVERY_MS: 'how often is noted that the coordinator runs',
  MINUTE_MS: 'a unit',
  DAY_MS: 'a unit',
  MAX_VERSION: 'what the field holds',
  LARGEST_BLOCK: 'how a vector is cut for its rotation',
  MAX_DEVIATION: 'what the sampler counts exactly',
  MOST_ASTRAY: 'where a finding begins',
  MOST_IN_AIR: 'where a finding begins',
  LONGEST_SIDE: 'how small an image is looked at',
  MIN_FOR_THIRDS: 'from how many on sizes are told apart',
  LARGEST_NORM: 'what a double adds up exactly',
};

const UNITS = {
  KiB: 1024,
  MiB: 1024 ** 2,
  Mi: 1024 ** 2,
  GiB: 1024 ** 3,
  s: 1000,
  minute: 60_000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

const document = readFileSync(join(root, 'docs', 'limits.md'), 'utf8');
const constants = readConstants();
const problems = [...wrongRows(), ...missingConstants()];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Numeric constants of every module, by their path and name; of an object of numbers, each as NAME.key. */
function readConstants() {
  const found = new Map();
  for (const folder of FOLDERS) {
    for (const path of sourcesUnder(join(root, folder))) {
      const source = relative(root, path).split(sep).join('/');
      for (const statement of ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
        .statements) {
        if (!ts.isVariableStatement(statement)) continue;
        for (const { name, initializer } of statement.declarationList.declarations) {
          if (!ts.isIdentifier(name) || initializer === undefined) continue;
          const value = ts.isAsExpression(initializer) ? initializer.expression : initializer;
          if (ts.isObjectLiteralExpression(value)) {
            for (const property of value.properties) {
              if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) continue;
              const number = numberOf(property.initializer);
              if (number !== null) found.set(`${source} ${name.text}.${property.name.text}`, number);
            }
          }
          const number = numberOf(value);
          if (number !== null) found.set(`${source} ${name.text}`, number);
        }
      }
    }
  }
  return found;
}

/** @returns the value of an expression of plain numbers; null for any other. */
function numberOf(expression) {
  if (ts.isNumericLiteral(expression)) return Number(expression.text);
  if (ts.isParenthesizedExpression(expression)) return numberOf(expression.expression);
  if (!ts.isBinaryExpression(expression)) return null;
  const [left, right] = [numberOf(expression.left), numberOf(expression.right)];
  if (left === null || right === null) return null;
  switch (expression.operatorToken.kind) {
    case ts.SyntaxKind.AsteriskToken:
      return left * right;
    case ts.SyntaxKind.AsteriskAsteriskToken:
      return left ** right;
    case ts.SyntaxKind.PlusToken:
      return left + right;
    case ts.SyntaxKind.MinusToken:
      return left - right;
    default:
      return null;
  }
}

/** Rows of the form `| what | 1.25 MiB | `NAME` in `path` |`. */
function rows() {
  return [...document.matchAll(/^\|.*\|\s*([^|]*?)\s*\|\s*`([\w.]+)` in `([^`]+)`\s*\|$/gm)];
}

function wrongRows() {
  return rows().flatMap(([, cap, name, path]) => {
    const value = constants.get(`${path} ${name}`);
    if (value === undefined) return [`docs/limits.md: there is no constant ${name} in ${path}`];
    const [, number, unit] = /^(?:at least |at most )?([\d.,]+) ?([A-Za-z]*)/.exec(cap) ?? [];
    const stated = Number(number?.replaceAll(',', '')) * (UNITS[unit] ?? 1);
    return stated === value ? [] : [`docs/limits.md says ${cap} of ${name}, ${path} says ${value}`];
  });
}

function missingConstants() {
  const told = new Set(rows().map(([, , name, path]) => `${path} ${name}`));
  return [...constants.keys()].flatMap((key) => {
    const [path, name] = key.split(' ');
    if (name.includes('.') || !LOOKS_LIKE_A_CAP.test(name) || name in NO_CAPS || told.has(key)) return [];
    return [`docs/limits.md does not tell of ${name} in ${path} (or scripts/limits.mjs why it is no cap)`];
  });
}

function sourcesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test|\.test-support|\.d)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(`${sep}src${sep}`) && !path.includes(`${sep}node_modules${sep}`))
    .sort();
}
