import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { writePhantomDataset } from '@mammofed/imaging';
import type { EngineProbe } from '../engines/engine-selector.js';
import { temporaryFolders, testSiteConfig } from '../fixtures.test-support.js';
import { examineSite, verdictText, type DoctorParts, type DoctorRequest } from './doctor.js';
import { lineText, type DoctorLine } from './line.js';
import { diskLine, gpuLine, memoryLine } from './machine-lines.js';

const folder = temporaryFolders();
const GIB = 1024 ** 3;

const parts = (changes: Partial<DoctorParts> = {}): DoctorParts => ({
  probe: async (engine): Promise<EngineProbe> =>
    engine === 'cpu'
      ? { engine, problem: null, device: 'a processor', isSoftware: false }
      : { engine, problem: 'is not there', device: null, isSoftware: null },
  askGpu: () => Promise.resolve([]),
  environment: {},
  availableBytes: 8 * GIB,
  coreCount: 2,
  nowMs: () => 0,
  signal: new AbortController().signal,
  onLine: () => undefined,
  ...changes,
});

async function site(): Promise<DoctorRequest & { readonly dataDir: string }> {
  const dir = await folder();
  const dataDir = join(dir, 'data');
  await writePhantomDataset({ dir: dataDir, patients: 3, imagesPerPatient: 2, size: 96, seed: 1, siteIndex: 0 });
  const config = { ...testSiteConfig(), data: { dir: dataDir } };
  // Nothing listens at the port of discard.
  return { dir, dataDir, config, url: 'http://127.0.0.1:9', engine: 'auto' };
}

describe('the doctor of a site', () => {
  it('says each line as it finds it, and that what is red stops training', async () => {
    const said: DoctorLine[] = [];
    const request = await site();
    const report = await examineSite(request, parts({ onLine: (line) => said.push(line) }));
    expect(said).toEqual(report.lines);
    expect(report).toMatchObject({ mayTrain: false, engine: 'cpu', setting: 'auto' });
    const found = Object.fromEntries(report.lines.map((line) => [line.subject, line]));
    expect(found['site']).toMatchObject({ state: 'green', found: 'enrolled as north' });
    expect(found['coordinator']).toMatchObject({ code: 'port-closed', mayTrain: false });
    expect(found['data']).toMatchObject({ state: 'green', found: `6 images of 3 patients in ${request.dataDir}` });
    expect(found['gpu']).toMatchObject({ code: 'no-gpu', mayTrain: true });
    expect(verdictText(report)).toContain('This site cannot train yet: coordinator.\n');
  });

  it('looks at the machine alone before it knows a coordinator', async () => {
    const report = await examineSite({ config: null, engine: 'cpu' }, parts());
    expect(report.mayTrain).toBe(true);
    expect(report.lines.map(({ subject }) => subject)).toEqual(['network', 'disk', 'memory', 'gpu', 'engine']);
    expect(verdictText(report)).toContain('Nothing is in the way of training.\n');
  });

  it.each<[string, (dataDir: string) => Promise<void>, string, boolean]>([
    ['a folder that is not there', (dir) => rm(dir, { recursive: true }), 'missing-folder', false],
    ['images without a mask', async (dir) => rm(join(dir, 'masks'), { recursive: true }), 'missing-folder', false],
    [
      'images of which none has a mask',
      async (dir) => {
        await rm(join(dir, 'masks'), { recursive: true });
        await mkdir(join(dir, 'masks'));
      },
      'missing-masks',
      false,
    ],
  ])('finds %s', async (_what, spoil, code, mayTrain) => {
    const request = await site();
    await spoil(request.dataDir);
    const { lines } = await examineSite(request, parts());
    expect(lines.find(({ subject }) => subject === 'data')).toMatchObject({ code, mayTrain });
  });

  it('looks at the data in the layout that site.json names', async () => {
    const request = await site();
    const manifest = 'image,mask,patient\nimages/a.png,,P1\nimages/b.png,,P2\n';
    await writeFile(join(request.dataDir, 'manifest.csv'), manifest);
    const dataOf = async (layout?: 'manifest'): Promise<DoctorLine | undefined> => {
      const data = { dir: request.dataDir, ...(layout === undefined ? {} : { layout }) };
      const { lines } = await examineSite({ ...request, config: { ...testSiteConfig(), data } }, parts());
      return lines.find(({ subject }) => subject === 'data');
    };
    expect(await dataOf()).toMatchObject({ code: 'unknown-layout', found: expect.stringContaining('pairs, manifest') });
    expect(await dataOf('manifest')).toMatchObject({
      code: 'missing-masks',
      mayTrain: false,
      found: `2 images of 0 patients in ${request.dataDir} (manifest); 2 of them cannot be used`,
    });
  });

  it('names a setting of the network that cannot be used', async () => {
    const request = { ...(await site()), network: { caFile: '/no/such/file.pem' } };
    const { lines } = await examineSite(request, parts());
    expect(lines[1]).toMatchObject({ subject: 'proxy', code: 'bad-configuration', mayTrain: false });
  });

  it('cannot train without an engine', async () => {
    const probe = async (engine: EngineProbe['engine']): Promise<EngineProbe> => ({
      engine,
      problem: 'is not there',
      device: null,
      isSoftware: null,
    });
    const report = await examineSite({ config: null, engine: 'auto' }, parts({ probe }));
    expect(report).toMatchObject({ mayTrain: false, engine: null });
    expect(report.lines.at(-1)).toMatchObject({ subject: 'engine', code: 'engine-unusable' });
  });

  it('finds too little room on the disk for a model, and for anything', () => {
    expect(diskLine('/site', GIB)).toMatchObject({ code: 'little-space', mayTrain: true });
    expect(diskLine('/site', GIB / 4)).toMatchObject({ code: 'little-space', mayTrain: false });
    expect(diskLine('/site', 4 * GIB)).toMatchObject({ state: 'green' });
  });

  it('finds too little memory, and NVIDIA’s GPUs with driver and memory', () => {
    expect(memoryLine(GIB, 2)).toMatchObject({ code: 'little-memory', mayTrain: true });
    const engines = { setting: 'auto', engine: 'cpu', engines: [] } as const;
    expect(gpuLine(['Quadro, 550.54, 16384 MiB, 16000 MiB'], engines)).toMatchObject({
      state: 'green',
      found: 'Quadro, driver 550.54, memory 16384 MiB, 16000 MiB free',
    });
  });

  it('writes a line with its next step, in colour on a terminal alone', () => {
    const line = memoryLine(GIB, 2);
    expect(lineText(line, false)).toMatch(/^red {5}memory {6}1\.1 GB available.*\n {20}→ End other programs/);
    expect(lineText(line, true)).toContain('\u001b[31m');
  });
});
