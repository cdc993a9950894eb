/** What a parameter of a kind may be. */
export interface ParameterRule {
  readonly accepts: (value: unknown) => boolean;
  /** After "must be": `from 0 to below 1`. */
  readonly words: string;
  readonly isNeeded?: true;
}

/** Kinds by their names, each with its parameters. */
export type KindTable = Readonly<Record<string, Readonly<Record<string, ParameterRule>>>>;

export const DECAY = numberRule('from 0 to below 1', (value) => value >= 0 && value < 1);
export const FRACTION = numberRule('from 0 to 1', (value) => value >= 0 && value <= 1);
export const NOT_NEGATIVE = numberRule('0 or more', (value) => value >= 0);
export const POSITIVE = numberRule('above 0', (value) => value > 0);
export const POSITIVE_FRACTION = numberRule('above 0 and at most 1', (value) => value > 0 && value <= 1);
export const COUNT = numberRule('a whole number from 1', (value) => Number.isInteger(value) && value >= 1);
export const COUNT_OR_NONE = numberRule('a whole number from 0', (value) => Number.isInteger(value) && value >= 0);
export const SWITCH: ParameterRule = { accepts: (value) => typeof value === 'boolean', words: 'true or false' };

export function needed(rule: ParameterRule): ParameterRule {
  return { ...rule, isNeeded: true };
}

/**
 * @param what - what the kinds are kinds of: `optimizer`.
 * @param spec - `{ kind, … }` as it arrived.
 * @returns every problem of it, in words; empty if it is of one of the kinds and all its parameters are that kind's.
 */
export function kindProblems(what: string, table: KindTable, spec: unknown): string[] {
  const isObject = typeof spec === 'object' && spec !== null;
  const { kind, ...given } = (isObject ? spec : {}) as Readonly<Record<string, unknown>>;
  const parameters = typeof kind === 'string' && Object.hasOwn(table, kind) ? table[kind] : undefined;
  if (parameters === undefined)
    return [`there is no ${what} ${String(kind)}; there is ${Object.keys(table).join(', ')}`];
  const problems: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (rule === undefined) problems.push(`${String(kind)} has no ${name}`);
    else if (!rule.accepts(value))
      problems.push(`${String(kind)}'s ${name} must be ${rule.words}, not ${JSON.stringify(value)}`);
  }
  for (const [name, { isNeeded, words }] of Object.entries(parameters))
    if (isNeeded === true && given[name] === undefined) problems.push(`${String(kind)} needs ${name}, ${words}`);
  return problems;
}

/** Numbers that are not finite are none of anything. */
function numberRule(words: string, accepts: (value: number) => boolean): ParameterRule {
  return { words, accepts: (value) => typeof value === 'number' && Number.isFinite(value) && accepts(value) };
}
