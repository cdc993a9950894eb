import { describe, expect, it } from '@jest/globals';
import { runId, sha256Hex, siteId } from '@mammofed/core';
import { CoordinatorError } from '../errors.js';
import { entryOf, lineOf, type JournalEntry } from './journal-entry.js';

const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const [NORTH, SOUTH] = [siteId('north'), siteId('south')];
const TERMS = {
  consortium: bytes(32, 1),
  run: runId('run'),
  round: 2,
  attempt: 3,
  configurationHash: bytes(32, 2),
  threshold: 3,
  clipsHash: bytes(32, 3),
  ringBits: 24,
  baseModel: sha256Hex('0a'.repeat(32)),
  rosterVersion: 4,
  rosterHash: bytes(32, 4),
} as const;
const FROM = { site: NORTH, cohortHash: bytes(32, 5), signature: bytes(64, 6) };
const KEYS = { maskingKey: bytes(32, 7), sealingKey: bytes(32, 8), log: { size: 0, root: bytes(32, 9) } };

const ENTRIES: readonly JournalEntry[] = [
  {
    kind: 'begun',
    beginning: {
      terms: TERMS,
      members: [{ siteId: siteId('id-1'), name: NORTH, key: '07'.repeat(32) }],
      minCohort: 3,
      parameterCount: 31,
    },
  },
  { kind: 'advertised', message: { site: NORTH, terms: TERMS, ...KEYS, signature: bytes(64, 6) } },
  {
    kind: 'dealt',
    message: { ...FROM, seedCommitment: bytes(32, 1), sealed: [{ receiver: SOUTH, bytes: bytes(400, 2) }] },
  },
  { kind: 'uploaded', site: NORTH },
  { kind: 'confirmed', message: { ...FROM, sharers: [NORTH, SOUTH], uploaders: [NORTH] } },
  {
    kind: 'unmasked',
    message: {
      ...FROM,
      selfMasks: [{ owner: NORTH, share: bytes(33, 3) }],
      keys: [{ owner: SOUTH, share: bytes(33, 4) }],
    },
  },
  { kind: 'closed', phase: 'sharing' },
  { kind: 'lost', site: SOUTH, phase: 'confirming', code: 'no-answer', reason: 'no answer “in time”' },
  { kind: 'wrong-share', holder: NORTH, owner: SOUTH },
];

describe('an entry of the journal', () => {
  it.each(ENTRIES.map((entry) => [entry.kind, entry] as const))('%s is read as it was stored', (_kind, entry) => {
    const stored = JSON.parse(JSON.stringify(lineOf(entry))) as ReturnType<typeof lineOf>;
    const read = entryOf(stored);
    // Messages come back with the name that they have on the wire.
    expect(read).toMatchObject(entry);
    expect(lineOf(read)).toEqual(lineOf(entry));
  });

  it.each([
    ['a beginning without content', { ...lineOf(ENTRIES[0] as JournalEntry), content: null }],
    ['another message than it says', { ...lineOf(ENTRIES[1] as JournalEntry), kind: 'confirmed' as const }],
    ['an upload of nobody', { ...lineOf(ENTRIES[3] as JournalEntry), site: null }],
  ])('that is %s is not read', (_what, line) => {
    const read = (): unknown => entryOf(line);
    expect(read).toThrow(CoordinatorError);
    expect(read).toThrow(expect.objectContaining({ code: 'corrupt-content' }));
  });
});
