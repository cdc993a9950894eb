import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { CliError } from '../errors.js';

/** Below what systems hand out for outgoing connections, so that the port is most likely free again later on. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 50;

/** @returns a loopback port that nothing listens on now. @throws CliError `timed-out` if none is found. */
export async function quietPort(): Promise<number> {
  for (let i = 0; i < TRIES; i++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new CliError(
    'timed-out',
    `No free port was found between ${LOWEST} and ${HIGHEST} on this machine. Try again.`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
