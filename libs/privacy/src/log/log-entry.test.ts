import { describe, expect, it } from '@jest/globals';
import { runId, sha256Hex } from '@mammofed/core';
import { logEntryBytes, MAX_LOG_ENTRY_BYTES, parseLogEntry, type LogEntry } from './log-entry.js';

const ENTRY: LogEntry = {
  kind: 'run',
  atMs: 1,
  run: runId('run-1'),
  configSha256: sha256Hex('ab'.repeat(32)),
  initialModel: sha256Hex('cd'.repeat(32)),
};
const textOf = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

describe('an entry of the log', () => {
  it('is read back from its bytes', () => {
    expect(parseLogEntry(logEntryBytes(ENTRY))).toEqual(ENTRY);
  });

  it.each<[string, Uint8Array]>([
    ['no JSON', textOf(ENTRY).slice(1)],
    ['another order of its fields', textOf(ENTRY)],
    ['a field that is missing', textOf({ kind: 'run', atMs: 1 })],
    ['a field too many', textOf({ ...ENTRY, more: 1 })],
    ['a kind that nobody knows', textOf({ ...ENTRY, kind: 'constructor' })],
    ['more bytes than one may have', new Uint8Array(MAX_LOG_ENTRY_BYTES + 1).fill(32)],
  ])('is not taken with %s', (_what, bytes) => {
    expect(() => parseLogEntry(bytes)).toThrow(expect.objectContaining({ code: 'bad-log-entry' }));
  });

  it('is not written if it breaks a rule', () => {
    expect(() => logEntryBytes({ ...ENTRY, atMs: -1 })).toThrow(expect.objectContaining({ code: 'bad-log-entry' }));
  });
});
