import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writePhantomDataset } from '@mammofed/imaging';
import { sodiumReady } from '@mammofed/privacy';
import { Consortium } from '../support/consortium.js';
import { Orthanc } from '../support/orthanc.js';
import { writePhantomObjects } from '../support/phantom-objects.js';
import { PrivateNetwork } from '../support/private-network.js';
import { eventually, Workbench } from '../support/processes.js';

const PASSWORD = 'open sesame';
const [HTTP_PORT, DICOM_PORT, RECEIVER_PORT] = [8042, 4242, 11112];
const PATIENTS = 32;
const RUN = [
  '--study',
  'pacs',
  '--rounds',
  '1',
  '--epochs',
  '1',
  '--width',
  '1/32',
  '--size',
  '32',
  '--min-sites',
  '1',
];

/** What a hospital does whose images lie in its PACS: fetch, check, train, predict, and store the predictions back. */
describe("a site that trains on its PACS's images", () => {
  const outside = new Workbench();
  const inside = new Workbench();
  let consortium: Consortium;
  let network: PrivateNetwork;
  let orthanc: Orthanc;
  let dir: string;
  let site: string;

  beforeAll(async () => {
    await sodiumReady();
    dir = await outside.dir();
    network = await PrivateNetwork.open();
    inside.within = network.prefix;
    const drawn = { patients: PATIENTS, imagesPerPatient: 1, size: 96, seed: 3, siteIndex: 0, study: 'pacs' };
    await writePhantomDataset({ dir: join(dir, 'drawn'), ...drawn });
    consortium = await Consortium.start(outside);
    site = consortium.siteDir('north');
    await consortium.enrolWith('north', join(dir, 'drawn'));
    await writeFile(join(dir, 'password'), `${PASSWORD}\n`, { mode: 0o600 });
    await writeFile(join(site, 'pacs.yaml'), JSON.stringify(settings(join(dir, 'password'))));
    orthanc = await Orthanc.start({
      ...{ dir: join(dir, 'orthanc'), network, httpPort: HTTP_PORT, dicomPort: DICOM_PORT },
      ...{ user: 'mammofed', password: PASSWORD, modalities: { MAMMOFED: RECEIVER_PORT } },
    });
  }, 300_000);
  afterAll(async () => {
    await Promise.all([inside.end(), outside.end()]);
    await orthanc?.kill();
    await network?.close();
  });

  const pacs = async (...words: string[]): Promise<Record<string, number>> => {
    const { stdout } = await inside.must('site', 'pacs', ...words, '--dir', site, '--json');
    return JSON.parse(stdout) as Record<string, number>;
  };
  const store = (files: readonly string[]): Promise<Record<string, number>> =>
    pacs('store', ...files, '--to', 'ORTHANC', '--confirm', '--via', 'dimse');

  it('fetches images and masks in every transfer syntax, and finds them in order', async () => {
    const dataOf = async () => (JSON.parse(await readFile(join(site, 'site.json'), 'utf8')) as { data: object }).data;
    const drawn = await dataOf();
    const nothing = await inside.run('site', 'pacs', 'fetch', '--use', '--dir', site);
    expect(nothing).toMatchObject({ code: 1, stderr: expect.stringContaining('no image of the cohort') });
    expect(await dataOf()).toEqual(drawn);

    const files = await writePhantomObjects(join(dir, 'drawn'), join(dir, 'objects'));
    expect(files).toHaveLength(2 * PATIENTS);
    await store(files);
    expect(await pacs('fetch')).toMatchObject({ instanceCount: 2 * PATIENTS, presentCount: 0 });
    expect(await dataOf()).toEqual(drawn);
    const used = ['site', 'pacs', 'fetch', '--via', 'dimse', '--use', '--dir', relative('.', site)];
    expect((await inside.must(...used)).stdout).toContain(`no more on ${join(dir, 'drawn')}`);
    expect(await dataOf()).toEqual({ dir: join(site, 'pacs', 'images'), layout: 'dicom' });
    const { stdout } = await outside.must('site', 'data', 'check', '--dir', site, '--study', 'pacs', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      layout: 'dicom',
      mayTrain: true,
      counts: { usableImages: PATIENTS, usablePatients: PATIENTS, refusedImages: 0 },
    });
  }, 300_000);

  it('trains on them, marks one, and its prediction is seen in the PACS', async () => {
    const agent = consortium.startSite('north');
    const runId = await consortium.createRun(...RUN);
    const view = await eventually('the run to end', 240_000, async () => {
      const now = await consortium.show(runId);
      if (now.state === 'failed') throw new Error(`${now.note}\n${agent.stdout}${agent.stderr}`);
      return now.state === 'completed' ? now : undefined;
    });
    const model = join(dir, 'model.safetensors');
    const { modelSha256 } = view;
    const where = ['--dir', consortium.coordinatorDir];
    await outside.must('model', 'export', '--model', modelSha256, '--format', 'safetensors', '--out', model, ...where);

    const out = join(dir, 'predictions');
    await outside.must(
      'predict',
      '--model',
      model,
      '--in',
      join(site, 'pacs', 'images'),
      '--layout',
      'dicom',
      '--out',
      out,
    );
    const written = (await readdir(out)).filter((name) => name.endsWith('.dcm'));
    expect(written).toHaveLength(2 * PATIENTS);
    const [segmentation = '', overlay = ''] = ['-segmentation.dcm', '-overlay.dcm'].map((end) =>
      join(out, written.find((name) => name.endsWith(end)) ?? ''),
    );
    const before = await pacs('find');
    const unconfirmed = await inside.run('site', 'pacs', 'store', segmentation, '--to', 'ORTHANC', '--dir', site);
    expect(unconfirmed.code).not.toBe(0);
    expect(await pacs('find')).toEqual(before);
    await store([segmentation, overlay]);
    const after = await pacs('find');
    expect(after['instanceCount']).toBe((before['instanceCount'] ?? NaN) + 1);
    const stored = (await readFile(segmentation)).toString('latin1');
    expect(stored).toContain(modelSha256);
    expect(stored).toContain('Research use only');
  }, 400_000);

  function settings(passwordFile: string): object {
    const [host, receiver] = ['127.0.0.1', { host: '127.0.0.1', port: RECEIVER_PORT }];
    return {
      dicomweb: { url: `http://${host}:${HTTP_PORT}/dicom-web`, credentials: { user: 'mammofed', passwordFile } },
      dimse: { host, port: DICOM_PORT, aeTitle: 'ORTHANC', ownAeTitle: 'MAMMOFED', receiver },
      cohort: { modalities: ['MG', 'SEG'], studyDates: { from: '2021-01-01' } },
    };
  }
});
