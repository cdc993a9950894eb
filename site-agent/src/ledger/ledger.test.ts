import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { sha256Of } from '@mammofed/storage';
import { temporaryFolders } from '../fixtures.test-support.js';
import { CHAIN_START, Ledger } from './ledger.js';

const folder = temporaryFolders();
const clock = { nowMs: () => 0 };

describe('the ledger', () => {
  it('has a line for everything that was sent, after those of earlier agents', async () => {
    const path = join(await folder(), 'ledger.jsonl');
    const hello = new Uint8Array([1, 2]);
    const first = new Ledger(path, 'http://c', clock);
    first.sentHandshake('hello', hello);
    first.close();
    const second = new Ledger(path, 'http://c', clock);
    second.sent({ kind: 'task-failed', runId: runId('run-1'), round: 3, attempt: 1, code: 'x', message: 'y' }, hello);
    second.sent({ kind: 'ready', agentVersion: '1' }, hello);
    // Not buffered: it is there while the agent runs.
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    second.close();
    const common = { time: '1970-01-01T00:00:00.000Z', to: 'http://c', bytes: 2, sha256: sha256Of(hello) };
    const [firstLink, secondLink] = lines.map((line) => sha256Of(line));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { previous: CHAIN_START, ...common, kind: 'hello' },
      { previous: firstLink, ...common, kind: 'task-failed', runId: 'run-1', round: 3 },
      { previous: secondLink, ...common, kind: 'ready' },
    ]);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('cuts off a line that a power cut left half-written', async () => {
    const path = join(await folder(), 'ledger.jsonl');
    await writeFile(path, '{"kind":"hello"}\n{"kind":"rea');
    const ledger = new Ledger(path, 'http://c', clock);
    ledger.sentEnd();
    ledger.close();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(['hello', 'end']);
  });
});
