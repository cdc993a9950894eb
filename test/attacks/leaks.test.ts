import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '@mammofed/core';
import { writePhantomDataset } from '@mammofed/imaging';
import { AdminApi } from '../support/admin-api.js';
import { Consortium } from '../support/consortium.js';
import { MarkSearch, type FoundMark } from '../support/mark-search.js';
import { writeMarkedDicom, type MarkedSite } from '../support/marked-dicom.js';
import { eventually, Workbench, type MammofedProcess } from '../support/processes.js';

const STUDY = 'leaks';
/** A machine that tests on all its cores is slow. */
const WITHIN_MS = 300_000;
const RUN = [
  ...['--study', STUDY, '--seed', '5', '--rounds', '1', '--epochs', '1', '--width', '1/32', '--size', '16'],
  ...['--min-sites', '2', '--max-sites', '2', '--only', 'east,marked'],
];

/**
 * A hospital whose DICOM files say who the patient is wherever they can: nothing of it is in anything that leaves, nor in any
 * log or service's output, while training, evaluation and a failure go on.
 */
describe('what leaves a site with patients in its headers and file names', () => {
  const workbench = new Workbench();
  let consortium: Consortium;
  let site: MarkedSite;
  let search: MarkSearch;
  let data: string;
  let trace: string;
  let marked: MammofedProcess;
  let east: MammofedProcess;
  let view: RunView;

  beforeAll(async () => {
    consortium = await Consortium.start(workbench);
    await consortium.enrol('east', 1, 24, STUDY);
    const root = await workbench.dir();
    const drawn = join(root, 'drawn');
    await writePhantomDataset({
      ...{ dir: drawn, patients: 24, imagesPerPatient: 1, size: 96, seed: 2, siteIndex: 1, study: STUDY },
    });
    data = join(root, 'archive');
    trace = join(root, 'trace');
    site = await writeMarkedDicom(drawn, data, STUDY);
    search = new MarkSearch(site.marks);
    await consortium.enrolWith('marked', data, '--layout', 'dicom');
    east = consortium.startSite('east');
    marked = consortium.startSite('marked', '--trace-wire', trace);
    const admin = await AdminApi.of(consortium.coordinatorDir);
    const runId = await consortium.createRun(...RUN);
    view = await eventually('the run to end', WITHIN_MS, async () => {
      const now = await admin.view(runId);
      if (now?.state === 'failed') throw new Error(`the run failed: ${now.note}\n${marked.stdout}\n${east.stdout}`);
      return now?.state === 'completed' ? now : undefined;
    });
    // And one that fails for a reason that names files: with another size the images are read anew.
    for (const image of site.images.slice(1)) await rm(join(data, image));
    await consortium.createRun(...RUN, '--size', '32');
    await eventually('the site to fail', WITHIN_MS, async () =>
      (await readdir(trace)).some((name) => name.endsWith('-task-failed.bin')) ? true : undefined,
    );
  }, 2 * WITHIN_MS);
  afterAll(() => workbench.end());

  it('is searched by what finds a leak that was planted there', async () => {
    const planted: string[] = [];
    for (const [i, { bytes }] of site.marks.entries()) {
      const base64 = Buffer.from(bytes).toString('base64');
      for (const [kind, leak] of [
        ['plain', bytes] as const,
        ['base64', Buffer.from(`{"note":"${base64}"}`)] as const,
      ]) {
        planted.push(join(trace, `planted-${i}-${kind}`));
        await writeFile(planted.at(-1) as string, leak);
      }
    }
    const { found } = await search.inFolder(trace);
    for (const [i, { what }] of site.marks.entries()) {
      for (const kind of ['plain', 'base64']) {
        const where = join(trace, `planted-${i}-${kind}`);
        expect(found.map((one) => [one.what, one.where])).toContainEqual([what, where]);
      }
    }
    for (const path of planted) await rm(path);
    // What the site reads is full of them: the marks are those of the data.
    const inData = (await search.inFolder(data)).found.map(({ what }) => what);
    for (const what of ['a patient name', 'a patient id', 'a birth date', 'an institution', 'a UID', 'a file name'])
      expect(inData).toContain(what);
  });

  it('is not in any frame before it is sealed', async () => {
    const { found, files } = await search.inFolder(trace);
    expect(found).toEqual([]);
    const kinds = new Set((await readdir(trace)).map((name) => name.replace(/^\d+-|\.bin$/g, '')));
    // What the trace has to have seen, for an empty find to mean anything.
    for (const kind of ['hello', 'ready', 'upload-chunk', 'evaluation-report', 'task-failed'])
      expect(kinds).toContain(kind);
    // A ledger line for every frame, and for the end of a session, which carries nothing.
    const ledger = (await readFile(join(consortium.siteDir('marked'), 'ledger.jsonl'), 'utf8')).trim().split('\n');
    const sent = ledger.map((line) => (JSON.parse(line) as { kind: string }).kind);
    const enrolment = sent.indexOf('ready') - 2;
    expect(sent.slice(enrolment).filter((kind) => kind !== 'end')).toHaveLength(files);
    expect((await stat(join(trace, (await readdir(trace))[0] as string))).mode & 0o777).toBe(0o600);
    expect(marked.stderr).toContain('everything sent is written down unsealed');
    expect(east.stderr).not.toContain('everything sent is written down unsealed');
  });

  it('is not in any log, nor in what the processes print where no person sits at a terminal', () => {
    const printed: [string, string][] = [
      ['coordinator', consortium.coordinatorLog],
      ['east', east.stdout + east.stderr],
      ["the site's log", marked.stderr],
      ["the site's output", marked.stdout],
    ];
    const found: FoundMark[] = printed.flatMap(([where, text]) => search.in(where, text));
    expect(found).toEqual([]);
    for (const [, text] of printed) expect(text.length).toBeGreaterThan(100);
  });

  it('is not in what the site reports of what left and of privacy', async () => {
    for (const report of ['--egress', '--privacy']) {
      for (const as of [[], ['--json']]) {
        const words = ['site', 'report', report, '--dir', consortium.siteDir('marked'), ...as];
        const { stdout, stderr } = await workbench.must(...words);
        expect(stdout.length).toBeGreaterThan(50);
        expect(search.in(words.join(' '), stdout + stderr)).toEqual([]);
      }
    }
  });

  it('is not in what the administrator sees, nor in anything that the coordinator keeps', async () => {
    expect(search.in('the run', JSON.stringify(view))).toEqual([]);
    const list = await workbench.must('run', 'list', '--dir', consortium.coordinatorDir, '--json');
    expect(search.in('the list', list.stdout)).toEqual([]);
    const { found, files } = await search.inFolder(consortium.coordinatorDir);
    expect(found).toEqual([]);
    expect(files).toBeGreaterThan(5);
    expect(JSON.stringify(view)).toContain('marked');
  });
});
