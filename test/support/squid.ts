import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Certified } from './authority.js';
import { eventually, freePort } from './processes.js';

const run = promisify(execFile);
const SQUID = '/usr/sbin/squid';
const PROGRAMS = '/usr/lib/squid';

/** The ways through the hospital's network that one squid offers, each at a port of its own. */
export const WAYS = ['password', 'inspected', 'polling'] as const;
export type Way = (typeof WAYS)[number];

export interface SquidOptions {
  /** An empty folder. */
  readonly dir: string;
  /** Signs the certificates that sites see at `inspected` and `polling`. */
  readonly inspector: Certified;
  /** PEM file: whose certificates squid itself believes. */
  readonly trusts: string;
  readonly user: string;
  readonly password: string;
  /** Names that squid alone resolves, to this machine. */
  readonly hosts: readonly string[];
  /** A name that it lets nobody connect to. */
  readonly forbidden: string;
}

/**
 * Debian's squid with OpenSSL, as root. `password` passes CONNECT on for who gives user and password; `inspected` reads
 * TLS; `polling` reads it too and takes the Upgrade to WebSocket out, as squid does unless it is told otherwise.
 */
export class Squid {
  private constructor(
    private readonly process: ChildProcess,
    private readonly ports: Readonly<Record<Way, number>>,
    private readonly log: string,
  ) {}

  static async start(options: SquidOptions): Promise<Squid> {
    const { dir, inspector, trusts, user, password, hosts, forbidden } = options;
    await mkdir(dir, { recursive: true });
    const ports = { password: await freePort(), inspected: await freePort(), polling: await freePort() };
    const bump = `ssl-bump tls-cert=${inspector.certificate} tls-key=${inspector.key} generate-host-certificates=on dynamic_cert_mem_cache_size=4MB`;
    const certificates = join(dir, 'certificates');
    // In the form of Apache's htpasswd, which basic_ncsa_auth reads.
    const { stdout: hashed } = await run('openssl', ['passwd', '-apr1', password]);
    await writeFile(join(dir, 'users'), `${user}:${hashed}`);
    await writeFile(join(dir, 'hosts'), hosts.map((host) => `127.0.0.1 ${host}\n`).join(''));
    await writeFile(
      join(dir, 'squid.conf'),
      `http_port 127.0.0.1:${ports.password} name=password
http_port 127.0.0.1:${ports.inspected} name=inspected ${bump}
http_port 127.0.0.1:${ports.polling} name=polling ${bump}
sslcrtd_program ${PROGRAMS}/security_file_certgen -s ${certificates} -M 4MB
sslcrtd_children 1 startup=1
tls_outgoing_options cafile=${trusts}
auth_param basic program ${PROGRAMS}/basic_ncsa_auth ${dir}/users
auth_param basic children 1 startup=1
auth_param basic realm hospital
acl at_password myportname password
acl at_inspected myportname inspected
acl known proxy_auth REQUIRED
acl forbidden dstdomain ${forbidden}
http_access deny forbidden
http_access deny at_password !known
http_access allow localhost
http_access deny all
acl hello at_step SslBump1
ssl_bump peek hello
ssl_bump bump all
http_upgrade_request_protocols websocket allow at_inspected
hosts_file ${dir}/hosts
cache deny all
memory_cache_shared off
cache_mem 8 MB
pinger_enable off
access_log stdio:${dir}/access.log
cache_log ${dir}/cache.log
pid_filename none
coredump_dir ${dir}
shutdown_lifetime 0 seconds
`,
    );
    await run(join(PROGRAMS, 'security_file_certgen'), ['-c', '-s', certificates, '-M', '4MB']);
    await giveToSquid(dir, certificates, inspector.key);
    const child = spawn(SQUID, ['-N', '-f', join(dir, 'squid.conf')], { stdio: 'ignore' });
    const squid = new Squid(child, ports, join(dir, 'access.log'));
    await eventually('squid to listen', 60_000, async () => {
      if (child.exitCode !== null)
        throw new Error(`squid ended: ${await readFile(join(dir, 'cache.log'), 'utf8').catch(() => 'no log')}`);
      return (await isOpen(ports.polling)) ? true : undefined;
    });
    return squid;
  }

  url(way: Way): string {
    return `http://127.0.0.1:${this.ports[way]}`;
  }

  /** What it wrote of the requests that it saw. */
  accessLog(): Promise<string> {
    return readFile(this.log, 'utf8');
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
  }
}

/** Started by root, squid becomes the user `proxy`. */
async function giveToSquid(dir: string, certificates: string, key: string): Promise<void> {
  const { stdout } = await run('id', ['-u', 'proxy']);
  const uid = Number(stdout);
  await run('chown', ['-R', 'proxy', certificates]);
  for (const path of [dir, key]) await chown(path, uid, -1);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
