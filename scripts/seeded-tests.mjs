// Tests that run as often as their caller likes, with numbers drawn from a seed that is said: `npm run test:… -- [--COUNT N]
// [--seed N]`. What else is given goes to Jest.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Ends the process with Jest's exit code.
 * @param tests - `name`: of the npm script, after `test:`; `counted`: what is counted, and the option's name; `least`, `usual`, `most`
 * of it; `pattern`: of the test files; `variables`: the environment's names for count and seed.
 */
export function runSeededTests({ name, counted, usual, most, pattern, variables }) {
  const { count, seed, rest } = options(process.argv.slice(2), { name, counted, usual, most });
  console.log(
    `${name}: ${count} ${counted}; the same again: npm run test:${name} -- --${counted} ${count} --seed ${seed}`,
  );
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'jest.mjs'), `--testPathPatterns=${pattern}`, '--verbose', ...rest],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MAMMOFED_TESTS: 'all', [variables.count]: String(count), [variables.seed]: String(seed) },
    },
  );
  process.exitCode = status ?? 1;
}

function options(args, { name, counted, usual, most }) {
  const { values, tokens } = parseArgs({
    args,
    options: { [counted]: { type: 'string' }, seed: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const known = tokens.filter((token) => token.kind === 'option' && (token.name === counted || token.name === 'seed'));
  const taken = new Set(known.flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1])));
  const whole = (option, value, least, largest) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= largest) return number;
    console.error(`${name}: --${option} must be a whole number from ${least} to ${largest}, not ${value}`);
    process.exit(2);
  };
  return {
    count: whole(counted, values[counted] ?? usual, 1, most),
    seed: whole('seed', values.seed ?? randomInt(2 ** 31), 0, 2 ** 31),
    rest: args.filter((_, index) => !taken.has(index)),
  };
}
