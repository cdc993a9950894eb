import { createServer, request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { routeAgent } from './route-agent.js';
import { routeTo } from './route.js';

it('a connection that is kept serves the next request, which is not taken for one that may be repeated', async () => {
  let connectionCount = 0;
  const server = createServer((_request, response) => response.end('yes')).on('connection', () => connectionCount++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { agent } = routeAgent(url, await routeTo(url, { proxy: null }, {}));
  const ask = (): Promise<ClientRequest> =>
    new Promise((resolve, reject) => {
      const asked = request(url, { agent }, (response) => response.resume().on('close', () => resolve(asked)));
      asked.on('error', reject).end();
    });
  await ask();
  const second = await ask();
  expect(connectionCount).toBe(1);
  expect(second.reusedSocket).toBe(false);
  agent.destroy();
  await new Promise((resolve) => server.close(resolve));
});
