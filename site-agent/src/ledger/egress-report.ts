import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { bytesText, counted, textTable } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { z } from 'zod';
import { SiteError } from '../errors.js';
import { CHAIN_START, LONGEST_LINE_BYTES } from './ledger.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const entrySchema = z.strictObject({
  // The first agents did not link their lines.
  previous: hash.optional(),
  time: z.iso.datetime(),
  to: z.string().max(4096),
  kind: z.string().max(100),
  bytes: z.int().min(0),
  sha256: hash,
  runId: z.string().max(100).optional(),
  round: z.int().min(0).optional(),
});

/** What was sent of one kind, or for one round. */
export interface Sent {
  readonly messages: number;
  readonly bytes: number;
}

/** What `mammofed site report --egress --json` prints. */
export interface EgressReport {
  readonly ledger: string;
  readonly entries: number;
  readonly bytes: number;
  /** Addresses. */
  readonly to: readonly string[];
  /** Times of the first and the last entry; null of an empty ledger. */
  readonly from: string | null;
  readonly until: string | null;
  /** Entries from before lines were linked: nothing vouches for them. */
  readonly unlinked: number;
  /** SHA-256 of the last line: whoever noted it sees later whether lines at the end were taken out. */
  readonly head: string;
  /** The first line that was changed, or before which something is missing; null if there is none. */
  readonly alteredAtLine: number | null;
  readonly kinds: readonly ({ readonly kind: string } & Sent)[];
  readonly rounds: readonly ({ readonly runId: string; readonly round: number } & Sent)[];
}

/**
 * Reads a ledger, also while its agent writes it, and follows its chain. What comes after an altered line is counted
 * where it can be read.
 * @throws SiteError `no-ledger`.
 */
export async function readEgress(path: string): Promise<EgressReport> {
  await access(path).catch((error: unknown) => {
    throw new SiteError('no-ledger', `there is no ledger ${path}: this site has sent nothing yet`, {}, error);
  });
  const kinds = new Map<string, { kind: string; messages: number; bytes: number }>();
  const rounds = new Map<string, { runId: string; round: number; messages: number; bytes: number }>();
  const to = new Set<string>();
  let [entries, bytes, unlinked, line] = [0, 0, 0, 0];
  let from: string | null = null;
  let until: string | null = null;
  let alteredAtLine: number | null = null;
  let head = CHAIN_START;
  for await (const text of lines(path)) {
    line++;
    const entry = parsed(text);
    const isUnlinked = entry !== null && entry.previous === undefined && unlinked === line - 1;
    if (isUnlinked) unlinked++;
    else if (entry?.previous !== head) alteredAtLine ??= line;
    head = sha256Of(text);
    if (entry === null) continue;
    entries++;
    bytes += entry.bytes;
    to.add(entry.to);
    from ??= entry.time;
    until = entry.time;
    add(kinds, entry.kind, { kind: entry.kind }, entry.bytes);
    const { runId, round } = entry;
    if (runId !== undefined && round !== undefined) add(rounds, `${runId} ${round}`, { runId, round }, entry.bytes);
  }
  return {
    ledger: path,
    entries,
    bytes,
    to: [...to],
    from,
    until,
    unlinked,
    head,
    alteredAtLine,
    kinds: [...kinds.values()],
    rounds: [...rounds.values()],
  };
}

function add<T extends object>(
  sums: Map<string, T & { messages: number; bytes: number }>,
  key: string,
  name: T,
  bytes: number,
): void {
  const { messages, bytes: before } = sums.get(key) ?? { messages: 0, bytes: 0 };
  sums.set(key, { ...name, messages: messages + 1, bytes: before + bytes });
}

function parsed(line: string): z.infer<typeof entrySchema> | null {
  try {
    return entrySchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** Whole lines of at most the ledger's longest; a longer one comes in pieces, which no chain holds. */
async function* lines(path: string): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, piece]);
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield rest.toString('utf8', 0, end);
      rest = rest.subarray(end + 1);
    }
    for (; rest.length > LONGEST_LINE_BYTES; rest = rest.subarray(LONGEST_LINE_BYTES)) {
      yield rest.toString('utf8', 0, LONGEST_LINE_BYTES);
    }
  }
}

/** The report as lines for a person. */
export function egressText(report: EgressReport): string {
  const { ledger, entries, bytes, to, from, until, kinds, rounds } = report;
  const sentTable = (name: string, rows: readonly (readonly [string, Sent])[]): string[] =>
    textTable([
      [name, 'messages', 'bytes'],
      ...rows.map(([label, sent]) => [label, String(sent.messages), bytesText(sent.bytes)]),
    ]);
  return [
    ledger,
    from === null || until === null
      ? 'Nothing has left this site.'
      : `${counted(entries, 'message')} of together ${bytesText(bytes)} left this site from ${from} to ${until}, to ${to.join(', ')}.`,
    ...chainLines(report),
    '',
    ...sentTable(
      'kind',
      kinds.map((sent) => [sent.kind, sent]),
    ),
    '',
    ...sentTable(
      'run and round',
      rounds.map((sent) => [`${sent.runId} ${sent.round}`, sent]),
    ),
    '',
  ].join('\n');
}

function chainLines({ alteredAtLine, unlinked, head }: EgressReport): string[] {
  if (alteredAtLine !== null) {
    return [`The ledger was altered: line ${alteredAtLine} does not follow from the lines before it.`];
  }
  const older =
    unlinked === 0 ? [] : [`The first ${counted(unlinked, 'line')} are of an agent that did not link them.`];
  const lines = unlinked === 0 ? 'Every line' : 'Every later line';
  return [...older, `${lines} follows from the one before it. Head: ${head}`];
}
