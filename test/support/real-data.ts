import { join } from 'node:path';

const DATA = process.env['MAMMOFED_DATA'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** Where a set of real data lies, if it is on this machine: named by MAMMOFED_DATA, or beside the checkout. */
export function dataFolder(...name: readonly string[]): string {
  return join(DATA, ...name);
}
