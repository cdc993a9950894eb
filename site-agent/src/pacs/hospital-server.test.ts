import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { temporaryFolders } from '../fixtures.test-support.js';
import { PrivateAuthority } from '../network/private-authority.test-support.js';
import { HospitalServer } from './hospital-server.js';

const PASSWORD = 'open sesame, äöü';
const folder = temporaryFolders();
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

async function listen(server: Server): Promise<number> {
  closings.push(() => new Promise((resolve) => server.close(resolve)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function secretFile(text: string): Promise<string> {
  const path = join(await folder(), 'secret');
  await writeFile(path, `${text}\n`, { mode: 0o600 });
  return path;
}

const question = { at: '/studies', accept: 'application/json', signal: new AbortController().signal };

/** @param answer - of the server, told what came as Authorization. */
async function serve(
  answer: (authorization: string, response: ServerResponse) => void,
  credentials?: { user: string; passwordFile: string } | { tokenFile: string },
): Promise<HospitalServer> {
  const port = await listen(createServer((request, response) => answer(request.headers.authorization ?? '', response)));
  const server = await HospitalServer.open('PACS', {
    url: `http://127.0.0.1:${port}/dicom-web/`,
    ...(credentials === undefined ? {} : { credentials }),
  });
  closings.unshift(() => Promise.resolve(server.close()));
  return server;
}

describe('a server of the hospital', () => {
  it('is given user and password, or a token, as the standards say', async () => {
    const echo = (authorization: string, response: ServerResponse): void =>
      void response.end(JSON.stringify(authorization));
    const basic = await serve(echo, { user: 'site', passwordFile: await secretFile(PASSWORD) });
    const encoded = Buffer.from(`site:${PASSWORD}`, 'utf8').toString('base64');
    expect(await basic.json(question)).toEqual({ status: 200, value: `Basic ${encoded}` });
    const bearer = await serve(echo, { tokenFile: await secretFile('a.b.c') });
    expect(await bearer.json(question)).toEqual({ status: 200, value: 'Bearer a.b.c' });
    for (const secret of [PASSWORD, encoded, 'a.b.c'])
      expect(inspect([basic, bearer], { depth: 9 })).not.toContain(secret);
  });

  it('is not asked with a secret that others can read', async () => {
    const tokenFile = await secretFile('a.b.c');
    await chmod(tokenFile, 0o640);
    await expect(serve(() => undefined, { tokenFile })).rejects.toMatchObject({ code: 'unsafe-key-file' });
  });

  it.each([
    ['asks for credentials', 401, 'server-wants-credentials'],
    ['forbids', 403, 'server-wants-credentials'],
    ['fails', 500, 'server-refused'],
    // What is believed and sent is for this server alone.
    ['leads elsewhere', 302, 'server-refused'],
  ])('that %s (%i) is told as %s', async (_, status, code) => {
    const server = await serve(
      (_authorization, response) => void response.writeHead(status, { location: '/other' }).end(),
    );
    await expect(server.json(question)).rejects.toMatchObject({ code });
  });

  it('that breaks off in the middle is told as one that cannot be reached', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('[');
      setImmediate(() => response.destroy());
    });
    await expect(server.json(question)).rejects.toMatchObject({ code: 'server-unreachable' });
  });

  it('is not asked at an address of another one', async () => {
    const server = await serve((_, response) => void response.end('[]'));
    const elsewhere = server.json({ ...question, at: new URL('http://localhost:1/studies') });
    await expect(elsewhere).rejects.toMatchObject({ code: 'bad-server-answer' });
  });

  it('is believed where the hospital’s own authority vouches for it', async () => {
    const authority = new PrivateAuthority('Hospital CA');
    const { certificate: cert, key } = authority.certify('127.0.0.1');
    const port = await listen(createTlsServer({ cert, key }, (_, response) => void response.end('[]')));
    const caFile = join(await folder(), 'ca.pem');
    await writeFile(caFile, authority.certificate);
    const url = `https://127.0.0.1:${port}`;
    const trusting = await HospitalServer.open('PACS', { url, caFile });
    expect(await trusting.json(question)).toEqual({ status: 200, value: [] });
    trusting.close();
    const doubting = await HospitalServer.open('PACS', { url });
    await expect(doubting.json(question)).rejects.toMatchObject({ code: 'server-untrusted-certificate' });
    doubting.close();
  });
});
