import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runId } from '@mammofed/core';
import { MAX_CHUNK_BYTES, type Message } from '@mammofed/wire';
import { sha256Of } from '@mammofed/storage';
import { temporaryFolders } from '../fixtures.test-support.js';
import { FakeAsker } from './fake-asker.test-support.js';
import { sendUpdate, type Upload } from './upload.js';

const folder = temporaryFolders();
const forever = new AbortController().signal;
const BYTES = new Uint8Array(randomBytes(4 * MAX_CHUNK_BYTES + 40));

async function uploadOf(bytes = BYTES): Promise<Upload> {
  const path = join(await folder(), 'update.bin');
  await writeFile(path, bytes);
  return {
    ref: { runId: runId('run-1'), round: 2, attempt: 1 },
    update: { path, sha256: sha256Of(bytes), byteLength: bytes.length },
    shared: {
      statistics: { exampleCount: null, meanLoss: null },
      engine: { name: 'compiled', device: 'cpu', steps: null },
    },
  };
}

/** Takes chunks in order, as the coordinator does. */
class Receiver {
  readonly taken: Uint8Array[] = [];
  readonly total: number;

  constructor(byteLength = BYTES.length) {
    this.total = Math.ceil(byteLength / MAX_CHUNK_BYTES);
  }

  answer(message: Message): Message {
    if (message.kind === 'upload-chunk') {
      if (message.index > this.taken.length)
        return { kind: 'refused', code: 'wrong-chunk-order', message: 'another chunk is due' };
      if (sha256Of(message.data) !== message.chunkSha256)
        return { kind: 'refused', code: 'bad-chunk', message: 'damaged' };
      if (message.index === this.taken.length) this.taken.push(message.data);
    }
    return { kind: 'upload-status', nextChunk: this.taken.length, complete: this.taken.length === this.total };
  }

  get bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.taken));
  }
}

const kindsOf = (asker: FakeAsker): string[] =>
  asker.asked.map((message) => (message.kind === 'upload-chunk' ? String(message.index) : message.kind));

describe('sending an update', () => {
  it('announces it, sends its chunks in order, and says how far it is', async () => {
    const receiver = new Receiver();
    const asker = new FakeAsker((message) => receiver.answer(message));
    const upload = await uploadOf();
    const progress: string[] = [];
    await sendUpdate(upload, asker, forever, (chunk, total) => progress.push(`${chunk}/${total}`));
    expect(sha256Of(receiver.bytes)).toBe(upload.update.sha256);
    expect(kindsOf(asker)).toEqual(['upload-open', '0', '1', '2', '3', '4']);
    expect(progress.at(-1)).toBe('5/5');
    const { sha256, byteLength } = upload.update;
    expect(asker.asked[0]).toEqual({
      kind: 'upload-open',
      ...upload.ref,
      sha256,
      byteLength,
      ...upload.shared,
    });
  });

  it('sends nothing when the coordinator has it already', async () => {
    const asker = new FakeAsker(() => ({ kind: 'upload-status', nextChunk: 5, complete: true }));
    await sendUpdate(await uploadOf(), asker, forever, () => undefined);
    expect(kindsOf(asker)).toEqual(['upload-open']);
  });

  it('goes on where the coordinator says after the connection broke off', async () => {
    const receiver = new Receiver();
    let count = 0;
    // The third message is taken, and its acknowledgement lost.
    const asker = new FakeAsker((message) => {
      const answer = receiver.answer(message);
      return ++count === 3 ? null : answer;
    });
    const upload = await uploadOf();
    await sendUpdate(upload, asker, forever, () => undefined);
    expect(sha256Of(receiver.bytes)).toBe(upload.update.sha256);
    expect(kindsOf(asker).filter((kind) => kind === 'upload-open')).toHaveLength(2);
    expect(kindsOf(asker).filter((kind) => kind === '0')).toHaveLength(1);
  });

  it('goes on after the last acknowledged chunk when the agent was killed and started again, sending little twice', async () => {
    const update = await uploadOf(new Uint8Array(randomBytes(20 * MAX_CHUNK_BYTES)));
    const receiver = new Receiver(update.update.byteLength);
    let bytesUp = 0;
    const isSent = (message: Message): void => {
      if (message.kind === 'upload-chunk') bytesUp += message.data.length;
    };
    // The first agent: nothing that it sends after the tenth chunk arrives, and then it is gone.
    const killed = new AbortController();
    const first = new FakeAsker((message) => {
      isSent(message);
      return receiver.taken.length < 10 ? receiver.answer(message) : null;
    });
    const attempt = sendUpdate(update, first, killed.signal, (chunk) => {
      if (chunk === 10) killed.abort(new Error('killed'));
    });
    await expect(attempt).rejects.toThrow('killed');
    expect(receiver.taken).toHaveLength(10);

    const second = new FakeAsker((message) => {
      isSent(message);
      return receiver.answer(message);
    });
    await sendUpdate(update, second, forever, () => undefined);
    expect(kindsOf(second).slice(0, 2)).toEqual(['upload-open', '10']);
    expect(sha256Of(receiver.bytes)).toBe(update.update.sha256);
    expect(bytesUp).toBeLessThanOrEqual(1.1 * update.update.byteLength);
  });

  it.each(['upload-not-open', 'wrong-chunk-order', 'internal-error', 'bad-chunk', 'disk-full', 'database-unavailable'])(
    'announces it again after the refusal %s of a chunk',
    async (code) => {
      const receiver = new Receiver();
      let count = 0;
      const asker = new FakeAsker((message) =>
        ++count === 3 ? { kind: 'refused', code, message: 'once' } : receiver.answer(message),
      );
      const upload = await uploadOf();
      await sendUpdate(upload, asker, forever, () => undefined);
      expect(sha256Of(receiver.bytes)).toBe(upload.update.sha256);
    },
  );

  it.each(['late-upload', 'dropped-site', 'not-in-cohort', 'unknown-run', 'conflicting-upload'])(
    'ends as obsolete after the refusal %s',
    async (code) => {
      const asker = new FakeAsker(() => ({ kind: 'refused', code, message: 'over' }));
      await expect(sendUpdate(await uploadOf(), asker, forever, () => undefined)).rejects.toMatchObject({
        code: 'obsolete',
      });
    },
  );

  it.each(['wrong-length', 'something-new'])('fails after the refusal %s', async (code) => {
    const asker = new FakeAsker(() => ({ kind: 'refused', code, message: 'no' }));
    await expect(sendUpdate(await uploadOf(), asker, forever, () => undefined)).rejects.toMatchObject({
      code: 'refused-transfer',
    });
  });

  it('gives up when the coordinator finds it damaged again and again', async () => {
    const asker = new FakeAsker((message) =>
      message.kind === 'upload-open'
        ? { kind: 'upload-status', nextChunk: 0, complete: false }
        : { kind: 'refused', code: 'bad-payload', message: 'its hash is wrong' },
    );
    const attempt = sendUpdate(await uploadOf(new Uint8Array(40)), asker, forever, () => undefined);
    await expect(attempt).rejects.toMatchObject({ code: 'refused-transfer' });
  });

  it('stops when it is aborted', async () => {
    const abort = new AbortController();
    const receiver = new Receiver();
    const asker = new FakeAsker((message) => receiver.answer(message));
    const attempt = sendUpdate(await uploadOf(), asker, abort.signal, () => abort.abort(new Error('enough')));
    await expect(attempt).rejects.toThrow('enough');
    expect(receiver.taken.length).toBeLessThan(5);
  });
});
