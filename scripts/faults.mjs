// Runs in which a process is killed at a random moment: npm run test:faults -- [--runs N] [--seed N]. What else is given
// goes to Jest. Exit code 1 if a run is lost, stuck or counted twice. The same seed draws the same victims and moments.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const DEFAULT_RUNS = 50;
const MOST_RUNS = 10_000;

const { runs, seed, rest } = options(process.argv.slice(2));
console.log(`faults: ${runs} runs; the same again: npm run test:faults -- --runs ${runs} --seed ${seed}`);
const { status } = spawnSync(
  process.execPath,
  [join(root, 'scripts', 'jest.mjs'), '--testPathPatterns=/test/faults/random-kills', '--verbose', ...rest],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      MAMMOFED_TESTS: 'all',
      MAMMOFED_FAULT_RUNS: String(runs),
      MAMMOFED_FAULT_SEED: String(seed),
    },
  },
);
process.exitCode = status ?? 1;

function options(args) {
  const { values, tokens } = parseArgs({
    args,
    options: { runs: { type: 'string' }, seed: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const known = tokens.filter(({ kind, name }) => kind === 'option' && (name === 'runs' || name === 'seed'));
  const taken = new Set(known.flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])));
  return {
    runs: whole('runs', values.runs ?? DEFAULT_RUNS, 1, MOST_RUNS),
    seed: whole('seed', values.seed ?? randomInt(2 ** 31), 0, 2 ** 31),
    rest: args.filter((_, index) => !taken.has(index)),
  };
}

function whole(name, value, least, most) {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  console.error(`faults: --${name} must be a whole number from ${least} to ${most}, not ${value}`);
  process.exit(2);
}
