import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Certified } from './authority.js';
import type { PrivateNetwork } from './private-network.js';

/** Passes what comes over TLS on to a port, until its standard input ends. */
const PROGRAM = `
const { connect } = require('node:net');
const { readFileSync } = require('node:fs');
const { createServer } = require('node:tls');
const [certificate, key, from, to] = process.argv.slice(1);
const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (client) => {
  const target = connect(Number(to), '127.0.0.1');
  client.pipe(target).pipe(client);
  for (const end of [client, target]) end.on('error', () => { client.destroy(); target.destroy(); });
});
server.on('tlsClientError', () => undefined);
server.listen(Number(from), '127.0.0.1', () => console.log('up'));
process.stdin.resume().on('end', () => process.exit());
`;

/**
 * TLS in front of a server in a private network. Orthanc's own ends the whole Orthanc when a client leaves in the middle,
 * as one does that does not believe its certificate (1.10.1).
 */
export class TlsFront {
  private constructor(private readonly child: ChildProcess) {}

  static async start(network: PrivateNetwork, certified: Certified, from: number, to: number): Promise<TlsFront> {
    const [command = '', ...prefix] = network.prefix;
    const args = [certified.certificate, certified.key, String(from), String(to)];
    const child = spawn(command, [...prefix, process.execPath, '-e', PROGRAM, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error('TLS could not be put in front of the server');
    return new TlsFront(child);
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.stdin?.end();
    await ended;
  }
}
