import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenAsInstances, makeMammograms, PATIENT } from '../support/dicom-files.js';
import { Orthanc } from '../support/orthanc.js';
import { PrivateNetwork } from '../support/private-network.js';
import { Workbench, type Finished } from '../support/processes.js';

const DATA = process.env['MAMMOFED_DATA'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const PASSWORD = 'open sesame';
const HTTP_PORT = 8042;
const DICOM_PORT = 4242;
const RECEIVER_PORT = 11112;
const URL = `http://127.0.0.1:${HTTP_PORT}/dicom-web`;

describe('a site and its PACS, a real Orthanc', () => {
  const workbench = new Workbench();
  let dir: string;
  let network: PrivateNetwork;
  let orthanc: Orthanc;
  let left: string[];
  let right: string[];
  let golden: string[];

  beforeAll(async () => {
    dir = await workbench.dir();
    network = await PrivateNetwork.open();
    workbench.within = network.prefix;
    await writeFile(join(dir, 'password'), `${PASSWORD}\n`, { mode: 0o600 });
    await writeFile(join(dir, 'wrong-password'), 'another', { mode: 0o600 });
    const study = { studyUid: '2.25.1', seriesUid: '2.25.11', date: '20210331', view: 'CC' };
    left = await makeMammograms(join(dir, 'left'), { ...study, laterality: 'L', number: 7 });
    right = await makeMammograms(join(dir, 'right'), {
      studyUid: '2.25.2',
      seriesUid: '2.25.12',
      date: '20220401',
      laterality: 'R',
      view: 'MLO',
      number: 8,
    });
    golden = await goldenAsInstances(join(DATA, 'dicom-codec-golden'), 'u12-mono2', join(dir, 'golden'));
    orthanc = await startOrthanc('orthanc');
  });
  afterAll(async () => {
    await workbench.end();
    await orthanc?.kill();
    await network?.close();
  });

  const startOrthanc = (name: string): Promise<Orthanc> =>
    Orthanc.start({
      dir: join(dir, name),
      network,
      httpPort: HTTP_PORT,
      dicomPort: DICOM_PORT,
      user: 'mammofed',
      password: PASSWORD,
      modalities: { MAMMOFED: RECEIVER_PORT },
    });

  const dicomweb = { url: URL, credentials: { user: 'mammofed', passwordFile: '' } };

  /** A site's folder with these settings. */
  async function site(name: string, settings: object): Promise<string> {
    const at = join(dir, name);
    await rm(at, { recursive: true, force: true });
    await mkdir(at, { mode: 0o700 });
    const key = '0'.repeat(64);
    const config = {
      coordinator: { url: 'http://127.0.0.1:1', key },
      consortium: { root: key },
      site: { id: 'north', name: 'North' },
      data: { dir: join(at, 'pacs', 'images') },
      engine: { threads: 1 },
    };
    await writeFile(join(at, 'site.json'), JSON.stringify(config));
    const filled = JSON.stringify(settings).replaceAll(
      '"passwordFile":""',
      `"passwordFile":${JSON.stringify(join(dir, 'password'))}`,
    );
    await writeFile(join(at, 'pacs.yaml'), filled);
    return at;
  }

  async function pacs(at: string, ...words: string[]): Promise<Finished> {
    const finished = await workbench.run('site', 'pacs', ...words, '--dir', at);
    const said = finished.stdout + finished.stderr;
    for (const secret of [PASSWORD, PATIENT.name, PATIENT.id, PATIENT.birthDate]) expect(said).not.toContain(secret);
    return finished;
  }

  async function json(at: string, ...words: string[]): Promise<Record<string, unknown>> {
    const { code, stdout, stderr } = await pacs(at, ...words, '--json');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  const hashes = async (files: readonly string[]): Promise<string[]> => {
    const each = await Promise.all(files.map((file) => readFile(file)));
    return each.map((bytes) => createHash('sha256').update(bytes).digest('hex')).sort();
  };
  const fetched = async (at: string): Promise<string[]> => {
    const images = join(at, 'pacs', 'images');
    return (await readdir(images)).map((name) => join(images, name));
  };

  it('stores, finds and fetches each transfer syntax over DICOMweb, byte for byte', async () => {
    const all = [...left, ...right, ...golden];
    const at = await site('web', { dicomweb });
    const refused = await pacs(at, 'store', ...all, '--to', URL);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --confirm') });
    expect(await json(at, 'find')).toMatchObject({ instanceCount: 0 });

    expect(await json(at, 'store', ...all, '--to', URL, '--confirm')).toEqual({ storedCount: all.length });
    expect(await json(at, 'find')).toMatchObject({ instanceCount: all.length, untoldCount: 0 });
    expect(await json(at, 'fetch')).toMatchObject({ fetchedCount: all.length, presentCount: 0 });
    expect(await hashes(await fetched(at))).toEqual(await hashes(all));
    expect(await json(at, 'fetch')).toMatchObject({ fetchedCount: 0, presentCount: all.length });
  });

  it('takes of the PACS what the settings name, and nothing else', async () => {
    const counts = async (cohort: object): Promise<unknown> =>
      (await json(await site('query', { dicomweb, cohort }), 'find'))['instanceCount'];
    expect(await counts({ laterality: ['R'] })).toBe(right.length);
    expect(await counts({ views: ['CC'] })).toBe(left.length);
    expect(await counts({ studyDates: { from: '2021-01-01', to: '2021-12-31' } })).toBe(left.length);
    expect(await counts({ studyDates: { from: '2022-04-01' }, views: ['CC'] })).toBe(0);
    expect(await counts({ modalities: ['CT'] })).toBe(0);
    expect(await counts({ procedureCodes: [{ scheme: '99LOCAL', value: 'MAMMO' }] })).toBe(left.length + right.length);
    expect(await counts({ procedureCodes: [{ scheme: 'SCT', value: 'MAMMO' }] })).toBe(0);
    expect(await counts({ description: 'screening' })).toBe(left.length + right.length);

    const at = await site('narrow', { dicomweb, cohort: { laterality: ['R'] } });
    await json(at, 'fetch');
    expect(await hashes(await fetched(at))).toEqual(await hashes(right));
  });

  it('says what is wrong with each a code of its own', async () => {
    const wrong = { ...dicomweb, credentials: { user: 'mammofed', passwordFile: join(dir, 'wrong-password') } };
    const refuses = await pacs(await site('wrong', { dicomweb: wrong }), 'echo');
    expect(refuses).toMatchObject({ code: 1, stderr: expect.stringContaining('does not take the credentials') });
    const wants = await pacs(await site('none', { dicomweb: { url: URL } }), 'echo');
    expect(wants).toMatchObject({ code: 1, stderr: expect.stringContaining('asks for credentials') });
    const gone = await pacs(
      await site('gone', { dicomweb: { ...dicomweb, url: 'http://127.0.0.1:1/dicom-web' } }),
      'echo',
    );
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('ECONNREFUSED') });
  });
});
