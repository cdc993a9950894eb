import type { IncomingMessage, ServerResponse } from 'node:http';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AdminServer, json } from './admin-server.test-support.js';
import { CoordinatorClient } from './coordinator-client.js';
import { CliError } from './errors.js';
import { completedRun } from './run-view.test-support.js';

let server: AdminServer;

beforeEach(async () => {
  server = await AdminServer.start();
});
afterEach(() => server.end());

async function refusal(work: () => Promise<unknown>): Promise<CliError> {
  const error = await work().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof CliError) return error;
  throw new Error(`no CliError: ${String(error)}`);
}

describe('CoordinatorClient', () => {
  it('sends the token, JSON and model bytes, and gives back what it is answered', async () => {
    const client = await CoordinatorClient.open(server.dir);
    server.answer = json(201, { code: 'MF1-A', siteName: 'north', expiresAtMs: 5 });
    expect(await client.invite('north')).toEqual({ code: 'MF1-A', siteName: 'north', expiresAtMs: 5 });
    server.answer = json(201, { sha256: 'ab', byteLength: 3 });
    await client.uploadModel(new Uint8Array([1, 2, 3]));
    const view = completedRun();
    server.answer = json(200, view);
    expect(await client.run('run/1')).toEqual(view);
    expect(server.seen.map(({ method, url: path, authorization }) => [method, path, authorization])).toEqual([
      ['POST', '/admin/invites', 'Bearer token-1'],
      ['POST', '/admin/models', 'Bearer token-1'],
      ['GET', '/admin/runs/run%2F1', 'Bearer token-1'],
    ]);
    expect(JSON.parse(String(server.seen[0]?.body))).toEqual({ siteName: 'north' });
    expect(server.seen[1]?.type).toBe('application/octet-stream');
    expect([...(server.seen[1]?.body ?? [])]).toEqual([1, 2, 3]);
  });

  it('tells the coordinator’s own words when it refuses, without their control characters', async () => {
    server.answer = json(409, {
      error: { code: 'site-name-taken', message: 'a site called north\u001b[2J is enrolled' },
    });
    const error = await refusal(async () => (await CoordinatorClient.open(server.dir)).invite('north'));
    expect(error.code).toBe('refused');
    expect(error.context).toEqual({ status: 409, code: 'site-name-taken' });
    expect(error.message).toBe('The coordinator refused: a site called north [2J is enrolled');
  });

  it('tells a refused token from a refused request', async () => {
    server.answer = json(401, { error: { code: 'unauthorized', message: 'no' } });
    const error = await refusal(async () => (await CoordinatorClient.open(server.dir)).sites());
    expect(error.code).toBe('refused');
    expect(error.message).toMatch(/does not accept this folder's token/);
  });

  it.each([
    ['a page', (_: IncomingMessage, response: ServerResponse) => void response.end('<html>hello</html>')],
    ['an error without words', json(500, { oops: true })],
    ['null', json(200, null)],
  ])('takes %s for another program on that port', async (_what, wrong) => {
    server.answer = wrong;
    const error = await refusal(async () => (await CoordinatorClient.open(server.dir)).runs());
    expect(error.code).toBe('bad-answer');
    expect(error.message).toMatch(/Is another program on that port\?/);
  });

  it('says that a coordinator is not running, by its folder or by its silence', async () => {
    const client = await CoordinatorClient.open(server.dir);
    await server.stopListening();
    expect((await refusal(() => client.runs())).code).toBe('coordinator-not-running');
    await rm(join(server.dir, 'address.json'));
    const error = await refusal(() => CoordinatorClient.open(server.dir));
    expect(error.code).toBe('coordinator-not-running');
    expect(error.message).toMatch(/coordinator start --dir/);
  });

  it('says that a connection broke off', async () => {
    server.answer = (request) => request.socket.destroy();
    const error = await refusal(async () => (await CoordinatorClient.open(server.dir)).runs());
    expect(error.code).toBe('coordinator-unreachable');
  });

  it('says that the folder is no coordinator’s, or its token cannot be read', async () => {
    expect((await refusal(() => CoordinatorClient.open(join(server.dir, 'elsewhere')))).code).toBe('not-a-coordinator');
    await rm(join(server.dir, 'admin.token'));
    const error = await refusal(() => CoordinatorClient.open(server.dir));
    expect(error.code).toBe('token-unreadable');
    expect(error.message).toMatch(/admin\.token cannot be read/);
  });
});
