import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { datasetOf, goldenAsInstances, makeMammograms, PATIENT } from '../support/dicom-files.js';
import { certify, makeAuthority } from '../support/authority.js';
import { Orthanc } from '../support/orthanc.js';
import { PrivateNetwork } from '../support/private-network.js';
import { TlsFront } from '../support/tls-front.js';
import { eventually, Workbench, type Finished, type MammofedProcess } from '../support/processes.js';
import { dataFolder } from '../support/real-data.js';

const DATA = dataFolder();
const PASSWORD = 'open sesame';
const HTTP_PORT = 8042;
const TLS_PORT = 8443;
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
    const study = { studyUid: '2.25.1', seriesUid: '2.25.11', date: '20210331', view: 'CC', side: 48 };
    left = await makeMammograms(join(dir, 'left'), { ...study, laterality: 'L', number: 7 });
    right = await makeMammograms(join(dir, 'right'), {
      studyUid: '2.25.2',
      seriesUid: '2.25.12',
      date: '20220401',
      laterality: 'R',
      view: 'MLO',
      side: 48,
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
      modalities: { MAMMOFED: RECEIVER_PORT, LOST: 1 },
    });

  const dimse = {
    host: '127.0.0.1',
    port: DICOM_PORT,
    aeTitle: 'ORTHANC',
    ownAeTitle: 'MAMMOFED',
    receiver: { host: '127.0.0.1', port: RECEIVER_PORT },
  };
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
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  const hashes = async (files: readonly string[]): Promise<string[]> => {
    const each = await Promise.all(files.map((file) => readFile(file)));
    return each.map((bytes) => createHash('sha256').update(bytes).digest('hex')).sort();
  };
  /** Of what stands after the head, which every program writes its own way. */
  const datasetHashes = async (files: readonly string[]): Promise<string[]> => {
    const each = await Promise.all(files.map((file) => readFile(file)));
    return each.map((bytes) => createHash('sha256').update(datasetOf(bytes)).digest('hex')).sort();
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

  it('stores, finds and fetches each transfer syntax over DIMSE, byte for byte', async () => {
    await orthanc.kill();
    orthanc = await startOrthanc('orthanc-dimse');
    // Orthanc 1.10 does not offer HTJ2K over DIMSE.
    const all = [...left, ...right, ...golden.filter((file) => !file.includes('htj2k'))];
    const at = await site('dimse', { dimse });
    expect(await pacs(at, 'echo')).toMatchObject({ code: 0 });
    expect(await json(at, 'store', ...all, '--to', 'ORTHANC', '--confirm')).toEqual({ storedCount: all.length });
    expect(await json(at, 'find')).toMatchObject({ instanceCount: all.length, untoldCount: 0 });
    expect(await json(at, 'fetch')).toMatchObject({ fetchedCount: all.length, presentCount: 0 });
    expect(await datasetHashes(await fetched(at))).toEqual(await datasetHashes(all));
    expect(await json(at, 'fetch')).toMatchObject({ fetchedCount: 0, presentCount: all.length });

    const htj2k = golden.find((file) => file.includes('htj2k'));
    if (htj2k === undefined) return;
    const refused = await pacs(at, 'store', htj2k, '--to', 'ORTHANC', '--confirm');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('does not offer') });
  });

  it('finds the same over both ways', async () => {
    const cohorts = [
      { laterality: ['R'], views: ['MLO'] },
      { studyDates: { to: '2021-12-31' } },
      { procedureCodes: [{ value: 'MAMMO' }], description: 'SCREENING' },
    ];
    for (const cohort of cohorts) {
      const at = await site('both', { dicomweb, dimse, cohort });
      const found = await json(at, 'find', '--via', 'dimse');
      expect(found['instanceCount']).toBeGreaterThan(0);
      expect(found).toEqual(await json(at, 'find', '--via', 'dicomweb'));
    }
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
    expect(await datasetHashes(await fetched(at))).toEqual(await datasetHashes(right));
  });

  it.each(['dicomweb', 'dimse'])(
    'goes on over %s where a fetch was cut off, by the PACS or at the site',
    async (via) => {
      await orthanc.kill();
      orthanc = await startOrthanc(`orthanc-${via}-killed`);
      const study = {
        studyUid: '2.25.3',
        seriesUid: '2.25.13',
        date: '20230331',
        view: 'CC',
        laterality: 'L',
        side: 2400,
      } as const;
      const large = await makeMammograms(join(dir, `large-${via}`), { ...study, number: 9 });
      const at = await site(`cut-${via}`, { dicomweb, dimse });
      await json(at, 'store', ...large, '--to', URL, '--confirm');
      const keptCount = async (): Promise<number> => {
        const index = await readFile(join(at, 'pacs', 'index.jsonl'), 'utf8').catch(() => '');
        return new Set(index.match(/"sopUid":"[0-9.]+"/g)).size;
      };
      const begun = async (count: number): Promise<MammofedProcess> => {
        const fetching = workbench.start('site', 'pacs', 'fetch', '--via', via, '--dir', at);
        await eventually('objects to arrive', 60_000, async () => ((await keptCount()) >= count ? true : undefined));
        return fetching;
      };

      const first = await begun(1);
      await orthanc.kill();
      expect(await first.finished).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/cannot be reached|broke off|aborts/),
      });
      const afterFirst = await keptCount();
      expect(afterFirst).toBeLessThan(large.length);
      orthanc = await startOrthanc(`orthanc-${via}-killed`);
      const second = await begun(afterFirst + 1);
      second.signalGroup('SIGKILL');
      await second.finished;
      const afterSecond = await keptCount();

      const whole = await json(at, 'fetch', '--via', via);
      expect(whole).toMatchObject({ instanceCount: large.length, presentCount: afterSecond });
      expect(await datasetHashes(await fetched(at))).toEqual(await datasetHashes(large));
    },
  );

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
    const lost = { ...dimse, ownAeTitle: 'LOST' };
    const stranger = { ...dimse, ownAeTitle: 'STRANGER' };
    for (const [settings, message] of [
      [{ ...dimse, aeTitle: 'ANOTHER' }, 'does not know the AE title by which it is called'],
      [stranger, 'ownAeTitle'],
      [{ ...dimse, port: 1 }, 'ECONNREFUSED'],
    ] as const) {
      const said = await pacs(await site('titles', { dimse: settings }), 'find');
      expect(said).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
    }
    const nowhere = await pacs(await site('lost', { dimse: lost }), 'fetch');
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('C-MOVE') });
  });

  it('believes the certificates that it is told to, and no others', async () => {
    const hospital = await makeAuthority(dir, 'hospital', 'Hospital CA');
    const front = await TlsFront.start(network, await certify(dir, 'localhost', hospital), TLS_PORT, HTTP_PORT);
    const secured = { ...dicomweb, url: `https://localhost:${TLS_PORT}/dicom-web` };
    const trusting = await pacs(await site('tls', { dicomweb: { ...secured, caFile: hospital.certificate } }), 'echo');
    expect(trusting).toMatchObject({ code: 0, stderr: '' });
    const untrusted = await pacs(await site('tls', { dicomweb: secured }), 'echo');
    expect(untrusted).toMatchObject({ code: 1, stderr: expect.stringContaining('certificate that is not believed') });
    const misnamed = { ...secured, url: `https://127.0.0.1:${TLS_PORT}/dicom-web`, caFile: hospital.certificate };
    const wrongName = await pacs(await site('tls', { dicomweb: misnamed }), 'echo');
    expect(wrongName).toMatchObject({ code: 1, stderr: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') });
    await front.stop();
  });
});
