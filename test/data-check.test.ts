import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writePhantomDataset } from '@mammofed/imaging';
import { Workbench } from './support/processes.js';

describe('site data check, on drawn images', () => {
  const workbench = new Workbench();
  let data: string;

  beforeAll(async () => {
    data = join(await workbench.dir(), 'data');
    await writePhantomDataset({
      dir: data,
      patients: 24,
      imagesPerPatient: 1,
      size: 128,
      seed: 5,
      siteIndex: 0,
      study: 'demo',
    });
  }, 120_000);
  afterAll(() => workbench.end());

  it('counts them, shows a page that only the owner reads, and says that they can be trained on', async () => {
    const page = join(await workbench.dir(), 'check.html');
    const { stdout } = await workbench.must('site', 'data', 'check', '--data', data, '--report', page);
    expect(stdout).toMatch(/usable +24 of 24 patients/);
    expect(stdout).toContain('These data can be trained on.');
    const html = await readFile(page, 'utf8');
    expect(html.match(/data:image\/png;base64,/g)?.length).toBe(6);
    expect((await stat(page)).mode & 0o077).toBe(0);
    const again = await workbench.run('site', 'data', 'check', '--data', data, '--report', page);
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain('is there already');
  }, 120_000);

  it('holds them to a contract, for machines too: exit code 1 where nothing would be trained', async () => {
    const contract = join(await workbench.dir(), 'contract.json');
    await writeFile(contract, JSON.stringify({ minImages: 100, spacingMm: { least: 0.04, most: 0.2 } }));
    const run = await workbench.run('site', 'data', 'check', '--data', data, '--contract', contract, '--json');
    expect(run.code).toBe(1);
    const result = JSON.parse(run.stdout) as { mayTrain: boolean; findings: { code: string }[]; samples?: unknown };
    expect(result.mayTrain).toBe(false);
    expect(result.samples).toBeUndefined();
    const codes = new Set(result.findings.map(({ code }) => code));
    expect([...codes].sort()).toEqual(expect.arrayContaining(['too-few-images', 'unknown-fact']));
  }, 120_000);

  it('refuses a contract, a layout and a sharing that it cannot follow, with what to do', async () => {
    const bad = join(await workbench.dir(), 'bad.json');
    await writeFile(bad, '{"mask": 1}');
    const check = (...options: string[]) => workbench.run('site', 'data', 'check', '--data', data, ...options);
    expect(await check('--contract', bad)).toMatchObject({ code: 2, stderr: expect.stringContaining('maskShare') });
    expect(await check('--layout', 'cbis')).toMatchObject({ code: 2 });
    expect(await check('--layout', 'dicomm')).toMatchObject({ code: 2 });
    const shared = await check('--share', join(await workbench.dir(), 'shared.json'));
    expect(shared).toMatchObject({ code: 2, stderr: expect.stringContaining('--dir') });
  }, 120_000);
});
