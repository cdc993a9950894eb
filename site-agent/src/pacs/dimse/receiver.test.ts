import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../../fixtures.test-support.js';
import { PrivateAuthority } from '../../network/private-authority.test-support.js';
import { ObjectCache } from '../cache/object-cache.js';
import { fileMetaBytes } from '../part10.js';
import { Dimse } from './dimse.js';
import { StoreReceiver } from './receiver.js';

const folder = temporaryFolders();
const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});
const signal = new AbortController().signal;
const CLASS = '1.2.840.10008.5.1.4.1.1.1.2';
/** Nobody could decode it: whatever is kept of it is the bytes themselves. */
const SYNTAX = '1.2.840.10008.1.2.4.202';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A receiver of the site MAMMOFED that awaits object 1.2.3 of the PACS; and what a PACS with this title does there. */
async function site(
  title = 'PACS',
  called = 'MAMMOFED',
): Promise<{ dir: string; receiver: StoreReceiver; cache: ObjectCache; pacs: Dimse }> {
  const dir = await folder();
  const cache = await ObjectCache.open(join(dir, 'pacs'), 10_000_000, () => 1);
  const at = { host: '127.0.0.1', port: await freePort() };
  const receiver = await StoreReceiver.listen({
    settings: { aeTitle: 'PACS', ownAeTitle: 'MAMMOFED', receiver: at },
    shown: null,
    wanted: new Map([['1.2.3', { studyUid: '1', seriesUid: '1.2', sopUid: '1.2.3', view: null, laterality: null }]]),
    receiver: cache,
  });
  closings.push(
    () => cache.close(),
    () => receiver.close(),
  );
  const pacs = await Dimse.open({ ...at, aeTitle: called, ownAeTitle: title, receiver: at });
  return { dir, receiver, cache, pacs };
}

async function fileOf(dir: string, sopUid: string, dataset: Buffer): Promise<string> {
  const file = join(dir, 'sent.dcm');
  await writeFile(
    file,
    Buffer.concat([fileMetaBytes({ sopClassUid: CLASS, sopUid, transferSyntaxUid: SYNTAX }), dataset]),
  );
  return file;
}

describe('where the PACS sends what it was asked for', () => {
  it('keeps an object byte for byte, in whatever transfer syntax it comes', async () => {
    const { dir, cache, pacs } = await site();
    // Longer than a piece of the protocol, and than what a socket gives at a time.
    const dataset = randomBytes(3_000_000);
    const file = await fileOf(dir, '1.2.3', dataset);
    await pacs.echo(signal);
    await pacs.store([file], signal);
    await cache.layOut(['1.2.3'], null);
    const [name = ''] = await readdir(cache.imagesDir);
    expect((await readFile(join(cache.imagesDir, name))).equals(await readFile(file))).toBe(true);
  });

  it('refuses whoever is not the PACS, and whoever calls another', async () => {
    const stranger = await site('STRANGER');
    await expect(stranger.pacs.echo(signal)).rejects.toMatchObject({ code: 'unknown-ae-title' });
    await expect(stranger.pacs.echo(signal)).rejects.toThrow(/ownAeTitle/);
    const misled = await site('PACS', 'ANOTHER');
    await expect(misled.pacs.echo(signal)).rejects.toThrow(/by which it is called/);
  });

  it('takes nothing that was not asked for', async () => {
    const { dir, cache, receiver, pacs } = await site();
    const stored = pacs.store([await fileOf(dir, '1.2.4', randomBytes(1000))], signal);
    await expect(stored).rejects.toMatchObject({ code: 'pacs-refused' });
    expect([cache.has('1.2.4'), receiver.failure]).toEqual([false, null]);
  });

  it('says why an object could not be kept', async () => {
    const { dir, cache, receiver, pacs } = await site();
    const stored = pacs.store([await fileOf(dir, '1.2.3', randomBytes(12_000_000))], signal);
    await expect(stored).rejects.toThrow(/0xA700/);
    expect(receiver.failure).toMatchObject({ code: 'object-too-large' });
    expect(cache.has('1.2.3')).toBe(false);
  });

  it('speaks TLS with whom the hospital’s authority vouches for, on both ends, and with nobody else', async () => {
    const dir = await folder();
    const authority = new PrivateAuthority('Hospital CA');
    const { certificate: cert, key } = authority.certify('127.0.0.1');
    const stranger = new PrivateAuthority('Another CA').certify('127.0.0.1');
    const write = async (name: string, text: string): Promise<string> => {
      await writeFile(join(dir, name), text, { mode: 0o600 });
      return join(dir, name);
    };
    const at = { host: '127.0.0.1', port: await freePort() };
    const settings = { aeTitle: 'PACS', ownAeTitle: 'MAMMOFED', receiver: at };
    const unused = {
      begin: () => ({ write: () => undefined }),
      keep: () => Promise.resolve(),
      discard: () => undefined,
    };
    const shown = { cert, key, ca: authority.certificate };
    const receiver = await StoreReceiver.listen({ settings, shown, wanted: new Map(), receiver: unused });
    closings.push(() => receiver.close());
    const caFile = await write('ca.pem', authority.certificate);
    const tls = { caFile, certificateFile: await write('cert.pem', cert), keyFile: await write('key.pem', key) };
    const peer = { ...at, aeTitle: 'MAMMOFED', ownAeTitle: 'PACS', receiver: at };

    await (await Dimse.open({ ...peer, tls })).echo(signal);
    const doubting = await Dimse.open({ ...peer, tls: { certificateFile: tls.certificateFile, keyFile: tls.keyFile } });
    await expect(doubting.echo(signal)).rejects.toMatchObject({ code: 'server-untrusted-certificate' });
    const unknown = {
      caFile,
      certificateFile: await write('other.pem', stranger.certificate),
      keyFile: await write('other.key', stranger.key),
    };
    await expect((await Dimse.open({ ...peer, tls: unknown })).echo(signal)).rejects.toMatchObject({
      code: 'server-unreachable',
    });
    await expect((await Dimse.open(peer)).echo(signal)).rejects.toMatchObject({ code: 'server-unreachable' });
  });

  it('is told for what it is when it cannot listen', async () => {
    const { receiver } = await site();
    const port = (receiver as unknown as { server: { address(): AddressInfo } }).server.address().port;
    const second = StoreReceiver.listen({
      settings: { aeTitle: 'PACS', ownAeTitle: 'MAMMOFED', receiver: { host: '127.0.0.1', port } },
      shown: null,
      wanted: new Map(),
      receiver: { begin: () => ({ write: () => undefined }), keep: () => Promise.resolve(), discard: () => undefined },
    });
    await expect(second).rejects.toMatchObject({ code: 'receiver-failed' });
  });
});
