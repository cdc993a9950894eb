import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrivateNetwork } from './private-network.js';
import { eventually } from './processes.js';

const ORTHANC = '/usr/sbin/Orthanc';
const DICOMWEB = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';

export interface OrthancOptions {
  /** An empty folder, or that of one that was stopped. */
  readonly dir: string;
  readonly network: PrivateNetwork;
  readonly httpPort: number;
  readonly dicomPort: number;
  readonly user: string;
  readonly password: string;
  /** AE titles that it knows, each with its port. */
  readonly modalities: Readonly<Record<string, number>>;
}

/** Debian's Orthanc with its DICOMweb plugin: a PACS. Its AE title is ORTHANC. */
export class Orthanc {
  private constructor(
    private readonly child: ChildProcess,
    readonly httpPort: number,
  ) {}

  static async start(options: OrthancOptions): Promise<Orthanc> {
    const { dir, network, httpPort, dicomPort, user, password, modalities } = options;
    await mkdir(dir, { recursive: true });
    const settings = {
      Name: 'test',
      HttpPort: httpPort,
      DicomPort: dicomPort,
      DicomAet: 'ORTHANC',
      DicomCheckCalledAet: true,
      DicomAlwaysAllowEcho: false,
      DicomAlwaysAllowStore: false,
      RemoteAccessAllowed: false,
      AuthenticationEnabled: true,
      RegisteredUsers: { [user]: password },
      StorageDirectory: join(dir, 'objects'),
      IndexDirectory: join(dir, 'objects'),
      Plugins: [DICOMWEB],
      DicomWeb: { Enable: true, Root: '/dicom-web/' },
      DicomModalities: Object.fromEntries(
        Object.entries(modalities).map(([title, port]) => [title.toLowerCase(), [title, '127.0.0.1', port]]),
      ),
    };
    await writeFile(join(dir, 'orthanc.json'), JSON.stringify(settings));
    const [command = '', ...prefix] = network.prefix;
    // It goes with the test, however that ends.
    const bound = ['setpriv', '--pdeathsig', 'KILL', ORTHANC, join(dir, 'orthanc.json')];
    const child = spawn(command, [...prefix, ...bound], { stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    await eventually('Orthanc to start', 60_000, () => {
      if (child.exitCode !== null) throw new Error(`Orthanc ended: ${log}`);
      return Promise.resolve(log.includes('Orthanc has started') ? true : undefined);
    });
    return new Orthanc(child, httpPort);
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
