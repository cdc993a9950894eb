import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * A network of this test's own with nothing but a loopback device in it: what listens there on every interface is reached by
 * nobody else, and its ports are free. Root alone can make one.
 */
export class PrivateNetwork {
  private constructor(private readonly holder: ChildProcess) {}

  static async open(): Promise<PrivateNetwork> {
    // `cat` ends with the test, however that ends: the network goes with the last process in it.
    const script = 'ip link set lo up && echo up && exec cat';
    const holder = spawn('unshare', ['--net', 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface(holder.stdout);
    const first = await Promise.race([once(lines, 'line'), once(holder, 'exit').then(() => null)]);
    if (first === null) throw new Error('no network namespace could be made: it takes root and iproute2');
    return new PrivateNetwork(holder);
  }

  /** How a command is started in it: what comes before its own words. */
  get prefix(): readonly string[] {
    return ['nsenter', `--net=/proc/${this.holder.pid}/ns/net`];
  }

  async close(): Promise<void> {
    const ended = once(this.holder, 'exit');
    this.holder.stdin?.end();
    await ended;
  }
}
