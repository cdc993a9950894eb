import { execFileSync } from 'node:child_process';
import { lstat, mkdir, mkdtemp, rm, stat, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRng, uniformInt, type Rng } from '@mammofed/core';
import { greyPng, put } from '../layouts/generated-images.test-support.js';
import { mammogram } from '../layouts/mammogram.test-support.js';
import { damaged, pick, textDamage, type Damage } from './damage.test-support.js';
import { DICOM_DAMAGE } from './damage-dicom.test-support.js';
import { JPEG_DAMAGE, PGM_DAMAGE, PNG_DAMAGE } from './damage-picture.test-support.js';
import { sampleFolders, type SampleFolder } from './folders.test-support.js';
import type { ReadRequest } from './reader.test-support.js';
import { ReadingProcess } from './reading-process.test-support.js';
import { samples, type Sample } from './samples.test-support.js';

const FILES = Number(process.env['MAMMOFED_IMAGE_FUZZ_FILES'] ?? 20_000);
const SEED = Number(process.env['MAMMOFED_IMAGE_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** A reading process for each core of a small machine. */
const PROCESSES = 2;
const MOST_BYTES = 1024 ** 3;
/** Of the files, this part lies in a data folder, which takes several times as long. */
const IN_FOLDERS = 0.3;
/** What lies outside the data folder has this size, which nothing in it has. */
const OUTSIDE = { width: 37, height: 29 } as const;
const LONG_AGO = new Date('2001-01-01');

interface Tally {
  readonly outcomes: Map<string, number>;
  readonly unexpected: string[];
  slowest: { cpuMs: number; file: string };
  peakBytes: number;
}

/** What must not be opened, whatever tables and links say. */
interface Outside {
  readonly paths: readonly string[];
  readonly watched: readonly string[];
  readonly links: readonly string[];
}

/**
 * Files damaged in every way that is thought of, through all readers, in processes of their own:
 * npm run test:image-fuzz -- [--files N] [--seed N]. A file of a number is the same whenever it is made.
 */
describe(`${FILES} damaged files of images (seed ${SEED})`, () => {
  let dir: string;
  let groups: readonly (readonly Sample[])[];
  let folders: readonly SampleFolder[];
  let outside: Outside;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-image-fuzz-'));
    groups = await samples();
    folders = await sampleFolders();
    outside = await makeOutside(join(dir, 'outside'));
    for (let worker = 0; worker < PROCESSES; worker++) {
      for (const folder of folders) {
        const root = join(dir, String(worker), folder.layout);
        for (const [path, content] of Object.entries({ ...folder.text, ...folder.images }))
          await put(root, path, content);
      }
    }
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it(
    'are read or refused, in time, in little memory, and without a look outside their folder',
    async () => {
      const tally: Tally = { outcomes: new Map(), unexpected: [], slowest: { cpuMs: 0, file: '' }, peakBytes: 0 };
      let next = 0;
      const work = async (worker: number): Promise<void> => {
        const reader = new ReadingProcess();
        try {
          while (next < FILES) await readOne(next++, join(dir, String(worker)), reader, tally);
        } finally {
          reader.end();
        }
      };
      await Promise.all(Array.from({ length: PROCESSES }, (_, worker) => work(worker)));
      const outcomes = Object.fromEntries([...tally.outcomes].sort(([, one], [, other]) => other - one));
      console.log(
        `image-fuzz: ${FILES} files, seed ${SEED}; outcomes ${JSON.stringify(outcomes)}; slowest ${tally.slowest.cpuMs} ms ` +
          `(${tally.slowest.file}); peak of memory ${Math.round(tally.peakBytes / 2 ** 20)} MiB`,
      );
      expect(tally.unexpected).toEqual([]);
      expect(tally.peakBytes).toBeLessThan(MOST_BYTES);
      // Both kinds are there in earnest.
      expect(tally.outcomes.get('read') ?? 0).toBeGreaterThan(FILES / 10);
      expect(tally.outcomes.get('bad-dicom') ?? 0).toBeGreaterThan(FILES / 100);
    },
    6 * 3_600_000,
  );

  async function readOne(number: number, scratch: string, reader: ReadingProcess, tally: Tally): Promise<void> {
    const rng = seededRng('image-fuzz', SEED, number);
    const made = rng.next() < IN_FOLDERS ? await damageFolder(rng, scratch) : await damageSample(rng, scratch);
    const file = `${number}: ${made.name}`;
    const result = await reader.read(made.request);
    await made.mend();
    const complain = (what: string): void => {
      const complaint = `${file}: ${what}`;
      // At once, for the rest may take an hour.
      process.stderr.write(`${complaint}\n`);
      tally.unexpected.push(complaint);
    };
    const isOutsideOpened = await wasOpened(outside);
    if (isOutsideOpened) complain(`something outside the folder was opened`);
    if (typeof result === 'string') return void complain(result);
    for (const [outcome, count] of Object.entries(result.outcomes)) {
      tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + count);
    }
    for (const what of result.unexpected) complain(what);
    if (result.sizes.includes(`${OUTSIDE.width}x${OUTSIDE.height}`)) {
      complain(`an image outside the folder was read`);
    }
    if (result.cpuMs > tally.slowest.cpuMs) tally.slowest = { cpuMs: result.cpuMs, file };
    if (result.peakBytes > MOST_BYTES && tally.peakBytes <= MOST_BYTES) complain(`takes ${result.peakBytes} bytes`);
    tally.peakBytes = Math.max(tally.peakBytes, result.peakBytes);
  }

  interface Made {
    readonly name: string;
    readonly request: ReadRequest;
    /** Puts back what was damaged. */
    readonly mend: () => Promise<void>;
  }

  async function damageSample(rng: Rng, scratch: string): Promise<Made> {
    const sample = pick(rng, pick(rng, groups));
    const path = join(scratch, 'file');
    await writeFile(path, damaged(sample.bytes, sample.damage, rng));
    return { name: sample.name, request: { kind: sample.kind, path }, mend: async () => undefined };
  }

  async function damageFolder(rng: Rng, scratch: string): Promise<Made> {
    const folder = pick(rng, folders);
    const root = join(scratch, folder.layout);
    const texts = Object.entries(folder.text);
    const isText = texts.length > 0 && uniformInt(rng, 5) > 0;
    const [path, content] = pick<[string, string | Uint8Array]>(rng, isText ? texts : Object.entries(folder.images));
    const at = join(root, path);
    const replacesByLink = uniformInt(rng, 12) === 0;
    if (replacesByLink) {
      const level = uniformInt(rng, 4) === 0 && dirname(path) !== '.' ? dirname(at) : at;
      await rm(level, { recursive: true });
      await symlink(pick(rng, outside.links), level);
    } else {
      await writeFile(at, damaged(bytesOf(content), damageOf(path, outside), rng));
    }
    return {
      name: `${folder.layout}/${path}${replacesByLink ? ' (a link)' : ''}`,
      request: { kind: 'folder', path: root, layout: folder.layout },
      mend: async () => {
        if (!replacesByLink) return writeFile(at, content);
        for (const link of [at, dirname(at)]) if (link !== root) await removeLink(link);
        for (const [each, bytes] of Object.entries({ ...folder.text, ...folder.images })) await put(root, each, bytes);
      },
    };
  }
});

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

async function removeLink(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found?.isSymbolicLink()) await unlink(path);
}

function damageOf(path: string, outside: Outside): readonly Damage[] {
  if (/\.(csv|txt|xml)$/.test(path)) return textDamage(outside.paths);
  if (path.endsWith('.png')) return PNG_DAMAGE;
  if (path.endsWith('.jpg')) return JPEG_DAMAGE;
  return path.endsWith('.pgm') ? PGM_DAMAGE : DICOM_DAMAGE;
}

/** Sound images, a pipe (which blocks whoever opens it), and their folder. */
async function makeOutside(dir: string): Promise<Outside> {
  await mkdir(dir);
  const { width, height } = OUTSIDE;
  await writeFile(join(dir, 'a.png'), await greyPng(width, height, (x) => x));
  await writeFile(join(dir, 'a.dcm'), mammogram({ width, height, bits: 12, valueAt: (x) => x }));
  execFileSync('mkfifo', [join(dir, 'pipe')]);
  const [png, dcm, pipe] = ['a.png', 'a.dcm', 'pipe'].map((name) => join(dir, name));
  const watched = [png, dcm, dir];
  await Promise.all(watched.map((path) => utimes(path, LONG_AGO, new Date())));
  const up = (path: string): string[] =>
    ['../../outside', '../../../outside', '../../../../outside'].map((to) => join(to, basename(path)));
  return {
    watched,
    links: [png, dcm, pipe, dir],
    paths: [...watched, pipe, ...[png, dcm, pipe].flatMap(up), '../', '/etc/passwd'],
  };
}

/** By the times of access, which Linux keeps at least for a file whose last access is older than its last change. */
async function wasOpened({ watched }: Outside): Promise<boolean> {
  const times = await Promise.all(watched.map(async (path) => (await stat(path)).atimeMs));
  const isOpened = times.some((time) => time !== LONG_AGO.getTime());
  if (isOpened) await Promise.all(watched.map((path) => utimes(path, LONG_AGO, new Date())));
  return isOpened;
}
