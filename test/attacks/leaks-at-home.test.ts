import { createHmac } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { splitPart, writePhantomDataset } from '@mammofed/imaging';
import { AdminApi } from '../support/admin-api.js';
import { Consortium } from '../support/consortium.js';
import { markOf, MarkSearch, type Mark } from '../support/mark-search.js';
import { writeMarkedDicom, type MarkedSite } from '../support/marked-dicom.js';
import { eventually, Workbench, type MammofedProcess } from '../support/processes.js';

const STUDY = 'leaks';
/** A machine that tests on all its cores is slow. */
const WITHIN_MS = 300_000;
const RUN = [
  ...['--study', STUDY, '--seed', '5', '--rounds', '1', '--epochs', '1', '--width', '1/32', '--size', '16'],
  ...['--min-sites', '1'],
];
const IMAGES = 24;

interface Listed {
  readonly images: readonly { readonly file: string; readonly patientKey: string }[];
}

/**
 * What a hospital whose headers name the patient, and whose files are numbered, writes for itself: file names are meant to be
 * in it, and so only what the headers say must not be.
 */
describe('what a site keeps, and prints for its own people', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let site: MarkedSite;
  let search: MarkSearch;
  /** For the keys of the patients, which stay in the hospital. */
  let keySearch: MarkSearch;
  let siteDir: string;
  let data: string;
  let trace: string;
  let root: string;
  let agent: MammofedProcess;
  let runId: string;
  let keys: ReadonlyMap<string, string>;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    root = await workbench.dir();
    const drawn = join(root, 'drawn');
    await writePhantomDataset({
      ...{ dir: drawn, patients: IMAGES, imagesPerPatient: 1, size: 96, seed: 2, siteIndex: 1, study: STUDY },
    });
    [data, trace, siteDir] = [join(root, 'archive'), join(root, 'trace'), consortium.siteDir('home')];
    site = await writeMarkedDicom(drawn, data, STUDY, 'numbers');
    search = new MarkSearch(site.marks);
    await consortium.enrolWith('home', data, '--layout', 'dicom');
    agent = consortium.startSite('home', '--trace-wire', trace);
    const admin = await AdminApi.of(consortium.coordinatorDir);
    runId = await consortium.createRun(...RUN);
    await eventually('the run to end', WITHIN_MS, async () => {
      const now = await admin.view(runId);
      if (now?.state === 'failed') throw new Error(`the run failed: ${now.note}\n${agent.stdout}`);
      return now?.state === 'completed' ? true : undefined;
    });
    const salt = (await readFile(join(siteDir, 'patient-salt.key'), 'utf8')).trim();
    const keyOf = (patient: string): string =>
      createHmac('sha256', Buffer.from(salt, 'hex')).update(patient).digest('hex').slice(0, 16);
    keys = new Map(site.patients.map((patient) => [patient, keyOf(patient)]));
    // Those that are evaluated; the keys of the others are nowhere.
    const tested = site.patients.filter((patient) => splitPart(STUDY, patient) === 'test').map(keyOf);
    const secrets: Mark[] = tested.flatMap((key) => [
      { what: 'a patient key', bytes: Buffer.from(key, 'hex') },
      markOf('a patient key as text', key),
    ]);
    secrets.push({ what: 'the salt', bytes: Buffer.from(salt, 'hex') });
    keySearch = new MarkSearch(secrets);
  }, 2 * WITHIN_MS);
  afterAll(() => workbench.end());

  const evaluation = async (dir: string): Promise<Listed> =>
    JSON.parse(await readFile(join(dir, 'evaluation.json'), 'utf8')) as Listed;
  const whats = (found: readonly { readonly what: string }[]): string[] => [...new Set(found.map(({ what }) => what))];
  /** In what a command prints. @returns what it printed on standard output. */
  const unmarked = async (...words: string[]): Promise<string> => {
    const { stdout, stderr } = await workbench.must(...words);
    expect(search.in(words.join(' '), stdout + stderr)).toEqual([]);
    return stdout;
  };
  const ofModel = (command: string, ...words: string[]): string[] => [
    ...[command, '--model', runId, '--dir', consortium.coordinatorDir, ...words],
  ];

  it('is searched by what finds an identifier and a key that were planted there', async () => {
    const [patient = ''] = site.patients;
    const leak = join(siteDir, 'results', runId, 'round-1', 'leak.csv');
    await writeFile(leak, `file,patient\nimage_0.dcm,${patient}\n`);
    expect((await search.inFolder(siteDir)).found).toContainEqual(expect.objectContaining({ where: leak }));
    await rm(leak);
    const sent = join(trace, 'planted');
    const key = keys.get(site.patients.find((one) => splitPart(STUDY, one) === 'test') ?? '') ?? '';
    for (const written of [key, Buffer.from(key, 'hex')]) {
      await writeFile(sent, written);
      expect((await keySearch.inFolder(trace)).found).toContainEqual(expect.objectContaining({ where: sent }));
    }
    await rm(sent);
    expect(whats((await search.inFolder(data)).found)).toEqual(
      expect.arrayContaining(['a patient name', 'a patient id', 'a birth date', 'a UID']),
    );
    expect(whats((await search.inFolder(data)).found)).not.toContain('a file name');
  });

  it('has in all its folder no identifier of a patient, but the same key of each in every round', async () => {
    const { found, files } = await search.inFolder(siteDir);
    expect(found).toEqual([]);
    expect(files).toBeGreaterThan(20);
    const rounds = await Promise.all(
      ['round-0', 'round-1'].map((round) => evaluation(join(siteDir, 'results', runId, round))),
    );
    const [before, after] = rounds.map(({ images }) => new Map(images.map((image) => [image.file, image.patientKey])));
    expect(after).toEqual(before);
    // One image a patient; these are the test part's.
    expect(before?.size).toBeGreaterThanOrEqual(5);
    const known = new Set(keys.values());
    expect(known.size).toBe(site.patients.length);
    for (const key of before?.values() ?? []) expect(known).toContain(key);
    expect(new Set(before?.values()).size).toBe(before?.size);
  });

  it('lets no key and no salt out', async () => {
    expect(whats((await keySearch.inFolder(siteDir)).found)).toEqual(
      expect.arrayContaining(['the salt', 'a patient key', 'a patient key as text']),
    );
    for (const dir of [trace, consortium.coordinatorDir]) {
      const { found, files } = await keySearch.inFolder(dir);
      expect(found).toEqual([]);
      expect(files).toBeGreaterThan(5);
    }
    expect((await readdir(trace)).some((name) => name.endsWith('-evaluation-report.bin'))).toBe(true);
    for (const text of [consortium.coordinatorLog, agent.stdout, agent.stderr]) {
      expect(text.length).toBeGreaterThan(100);
      expect([...keySearch.in('printed', text), ...search.in('printed', text)]).toEqual([]);
    }
  });

  it(
    'evaluates into files, a report and JSON without an identifier, under keys that mean nothing elsewhere',
    async () => {
      const out = join(root, 'evaluation');
      const report = join(root, 'report.html');
      const words = ['--data', data, '--part', 'all', '--layout', 'dicom'];
      await unmarked(...ofModel('evaluate', ...words, '--out', out, '--report', report));
      expect((await search.inFolder(out)).found).toEqual([]);
      const names = ['bland-altman.svg', 'evaluation.json', 'images.csv', 'overlays', 'overlays.svg'];
      expect((await readdir(out)).sort()).toEqual(names);
      const page = await readFile(report, 'utf8');
      // It names files.
      expect(page).toContain('image_');
      expect(search.in('report', page)).toEqual([]);

      const { images } = await evaluation(out);
      const table = (await readFile(join(out, 'images.csv'), 'utf8')).trimEnd().split('\r\n');
      expect(table[0]).toMatch(/^file,patientKey,/);
      expect(table.slice(1).map((line) => line.split(',')[1])).toEqual(images.map(({ patientKey }) => patientKey));
      const printed = JSON.parse(await unmarked(...ofModel('evaluate', ...words, '--json'))) as Listed;
      const whole = await unmarked(...ofModel('evaluate', ...words, '--whole-mammogram', '--json'));
      const seen = new Set<string>();
      for (const list of [images, printed.images, (JSON.parse(whole) as Listed).images]) {
        expect(list).toHaveLength(IMAGES);
        for (const { patientKey } of list) {
          expect(patientKey).toMatch(/^[0-9a-f]{16}$/);
          seen.add(patientKey);
        }
      }
      expect(seen.size).toBe(3 * IMAGES);
      expect([...seen].filter((key) => [...keys.values()].includes(key))).toEqual([]);
    },
    WITHIN_MS,
  );

  it(
    'predicts into pictures and words without an identifier; only the objects for the PACS are of the patient',
    async () => {
      const out = join(root, 'predictions');
      await mkdir(out);
      const { stdout, stderr } = await workbench.run(
        ...ofModel('predict', '--in', data, '--layout', 'dicom', '--out', out, '--json'),
      );
      expect(JSON.parse(stdout)).toMatchObject({ images: expect.any(Array), failed: [{ code: 'bad-dicom' }] });
      expect(search.in('predict', stdout + stderr)).toEqual([]);
      const { found, files } = await search.inFolder(out);
      expect(files).toBe(4 * IMAGES);
      expect(found.filter(({ where }) => !where.endsWith('.dcm'))).toEqual([]);
      expect(whats(found)).toContain('a patient id');
    },
    WITHIN_MS,
  );

  it(
    'checks, examines and reports without an identifier',
    async () => {
      const [report, share] = [join(root, 'check.html'), join(root, 'share.json')];
      const check = ['site', 'data', 'check', '--dir', siteDir, '--study', STUDY];
      // The damaged file is named: what the command says names files.
      expect(await unmarked(...check, '--report', report, '--share', share)).toContain('image_damaged');
      await unmarked(...check, '--json');
      for (const file of [report, share]) {
        const content = await readFile(file, 'utf8');
        expect(content.length).toBeGreaterThan(100);
        expect(search.in(file, content)).toEqual([]);
        expect(keySearch.in(file, content)).toEqual([]);
      }
      expect(await unmarked('site', 'report', '--egress', '--dir', siteDir)).toContain('evaluation-report');
      await unmarked('site', 'report', '--egress', '--dir', siteDir, '--json');
      await unmarked('site', 'report', '--privacy', '--dir', siteDir);
      expect(await unmarked('site', 'doctor', '--dir', siteDir)).toContain(
        `images of ${site.patients.length} patients`,
      );
    },
    WITHIN_MS,
  );
});
