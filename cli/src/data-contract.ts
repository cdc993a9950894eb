import { readFileSync } from 'node:fs';
import { OPEN_DATA_CONTRACT, type DataContract } from '@mammofed/core';
import type { Arguments } from './command-line.js';

/** What the file of `--contract` says; left open where it says nothing. Whether its values are sound is said where they count. */
export function dataContractFrom(args: Arguments): DataContract | undefined {
  const file = args.text('contract');
  if (file === undefined) return undefined;
  const problem = (what: string): never => args.refuse(`cannot use ${file} as a data contract: ${what}`);
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return problem(error instanceof SyntaxError ? `it is not JSON (${error.message})` : 'it cannot be read');
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return problem('it is not an object');
  const unknown = Object.keys(given).filter((name) => !(name in OPEN_DATA_CONTRACT));
  const known = Object.keys(OPEN_DATA_CONTRACT).join(', ');
  if (unknown.length > 0) return problem(`there is no ${unknown.join(', ')} in it; there is ${known}`);
  return { ...OPEN_DATA_CONTRACT, ...given };
}
