import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { runId, seededRng, uniformInt } from '@mammofed/core';
import { temporaryFolders } from '../fixtures.test-support.js';
import { egressText, readEgress } from './egress-report.js';
import { Ledger } from './ledger.js';

const folder = temporaryFolders();
const clock = { nowMs: () => 0 };
let path: string;
beforeEach(async () => {
  path = join(await folder(), 'ledger.jsonl');
});

/** A ledger of one connection with a training in it. */
function write(to = 'http://c'): void {
  const ledger = new Ledger(path, to, clock);
  ledger.sentHandshake('hello', new Uint8Array(100));
  for (const code of ['x', 'y', 'z']) {
    const ref = { runId: runId('run-1'), round: 2, attempt: 1 };
    ledger.sent({ kind: 'task-failed', ...ref, code, message: 'y' }, new Uint8Array(50));
  }
  ledger.sentEnd();
  ledger.close();
}

describe('the report of what left a site', () => {
  it('adds up kinds and rounds over several agents, and finds the chain whole', async () => {
    write();
    write('http://other');
    const report = await readEgress(path);
    expect(report).toMatchObject({
      entries: 10,
      bytes: 500,
      to: ['http://c', 'http://other'],
      from: '1970-01-01T00:00:00.000Z',
      unlinked: 0,
      alteredAtLine: null,
      kinds: [
        { kind: 'hello', messages: 2, bytes: 200 },
        { kind: 'task-failed', messages: 6, bytes: 300 },
        { kind: 'end', messages: 2, bytes: 0 },
      ],
      rounds: [{ runId: 'run-1', round: 2, messages: 6, bytes: 300 }],
    });
    expect(egressText(report)).toContain(`Every line follows from the one before it. Head: ${report.head}`);
  });

  it('finds any line that was changed, taken out or put elsewhere', async () => {
    write();
    write();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    const { head } = await readEgress(path);
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`seed ${seed}`);
    const rng = seededRng(seed);
    for (let i = 0; i < 60; i++) {
      const at = uniformInt(rng, lines.length - 1);
      const changed = [...lines];
      const line = lines[at] as string;
      switch (uniformInt(rng, 3)) {
        case 0:
          changed.splice(at, 1);
          break;
        case 1:
          changed.splice(at, 2, lines[at + 1] as string, line);
          break;
        default: {
          const place = uniformInt(rng, line.length);
          const other = line.charCodeAt(place) === 48 ? '1' : '0';
          changed[at] = line.slice(0, place) + other + line.slice(place + 1);
        }
      }
      await writeFile(path, `${changed.join('\n')}\n`);
      const report = await readEgress(path);
      expect([at + 1, at + 2]).toContain(report.alteredAtLine);
      expect(egressText(report)).toContain(`line ${report.alteredAtLine} does not follow`);
    }
    // Lines at the end leave no trace in the file, but another head.
    await writeFile(path, `${lines.slice(0, -1).join('\n')}\n`);
    const shortened = await readEgress(path);
    expect(shortened.alteredAtLine).toBeNull();
    expect(shortened.head).not.toBe(head);
  });

  it('takes a ledger that began before lines were linked, and one that is being written', async () => {
    const unlinked = {
      time: '1970-01-01T00:00:00.000Z',
      to: 'http://c',
      kind: 'end',
      bytes: 0,
      sha256: '0'.repeat(64),
    };
    await writeFile(path, `${JSON.stringify(unlinked)}\n`.repeat(2));
    write();
    await writeFile(path, `${await readFile(path, 'utf8')}{"previous":"`);
    expect(await readEgress(path)).toMatchObject({ entries: 7, unlinked: 2, alteredAtLine: null });
  });

  it('says of a line without end, and of one that is none, that they were altered', async () => {
    await writeFile(path, 'x'.repeat(100_000));
    expect(await readEgress(path)).toMatchObject({ entries: 0, alteredAtLine: 1 });
    await writeFile(path, '[]\n');
    expect(await readEgress(path)).toMatchObject({ entries: 0, alteredAtLine: 1 });
  });

  it('is refused where there is no ledger', async () => {
    await expect(readEgress(path)).rejects.toMatchObject({ code: 'no-ledger' });
  });
});
