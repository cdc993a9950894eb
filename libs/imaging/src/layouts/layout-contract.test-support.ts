import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImagingError } from '../errors.js';
import type { CaseFacts, CaseImage, CaseListing, Layout } from './layout.js';
import { openLayout } from './open-layout.js';

/** What the suite needs to know of a generated folder; paths are relative to it. */
export interface LayoutFixture {
  readonly layout: Layout;
  /** Writes a sound folder: at least four images of at least two patients, of which one has two images. */
  readonly write: (dir: string) => Promise<void>;
  /** Names of cases that are of one patient. */
  readonly samePatient: readonly [string, string];
  /** Every file that holds pixels. */
  readonly pixelFiles: readonly string[];
  /** Makes a file of pixels one that cannot be read, without changing what a listing may look at; else it becomes text. */
  readonly spoil?: (bytes: Uint8Array) => Uint8Array;
  /** Files that reading the first case opens, its annotation included. */
  readonly filesOfFirst: readonly string[];
  /** The table that lists images, if its lines can name files by path: what to replace in it by a path that leads outside. */
  readonly table?: { readonly path: string; readonly of: string };
  /** The marked pixels of the first case's mask, known otherwise. */
  readonly markedOfFirst: number;
}

/** The rules that every reader of a layout keeps. */
export function keepsTheLayoutContract(fixture: LayoutFixture): void {
  const { layout, filesOfFirst, pixelFiles, table, spoil = () => Buffer.from('no pixels') } = fixture;
  const spoilFile = async (path: string): Promise<void> => writeFile(path, spoil(await readFile(path)));

  describe(`the layout ${layout}`, () => {
    let source: string;
    let dir: string;
    let outside: string;

    beforeAll(async () => {
      source = await mkdtemp(join(tmpdir(), `mammofed-${layout}-`));
      await fixture.write(source);
    });
    afterAll(() => rm(source, { recursive: true, force: true }));
    beforeEach(async () => {
      outside = await mkdtemp(join(tmpdir(), 'mammofed-layout-'));
      dir = join(outside, 'data');
      await cp(source, dir, { recursive: true });
    });
    afterEach(() => rm(outside, { recursive: true, force: true }));

    it('is recognised, and read under its name', async () => {
      expect((await openLayout(dir)).layout).toBe(layout);
      expect(told(await openLayout(dir, layout))).toEqual(told(await openLayout(dir)));
    });

    it('lists every image once, sorted, with its patient, and refuses nothing', async () => {
      const { cases, refused, unlistedImages } = await openLayout(dir, layout);
      const files = cases.map(({ file }) => file);
      expect(files.length).toBeGreaterThanOrEqual(4);
      expect(files).toEqual([...new Set(files)].sort());
      expect([refused, unlistedImages]).toEqual([[], 0]);
      const patients = new Map(cases.map(({ file, patient }) => [file, patient]));
      const [one, other] = fixture.samePatient;
      expect(patients.get(one)).toEqual(expect.any(String));
      expect(patients.get(one)).toBe(patients.get(other));
      expect(new Set(patients.values()).size).toBeGreaterThanOrEqual(2);
    });

    it('reads masks of the size of their images, of 0 and 1, with what is marked', async () => {
      const { cases } = await openLayout(dir, layout);
      for (const one of cases) {
        const { pixels, mask } = await one.read();
        expect(pixels.grey.length).toBe(pixels.width * pixels.height);
        expect(mask === null).toBe(one.maskKind === 'none');
        if (mask === null) continue;
        expect([mask.width, mask.height, mask.mask.length]).toEqual([pixels.width, pixels.height, pixels.grey.length]);
        expect(mask.mask.every((value) => value === 0 || value === 1)).toBe(true);
      }
      expect((await cases[0].read()).mask?.mask.filter((value) => value === 1)).toHaveLength(fixture.markedOfFirst);
    });

    it('repeats exactly', async () => {
      const [first, second] = [await openLayout(dir, layout), await openLayout(dir, layout)];
      expect(told(first)).toEqual(told(second));
      for (const [i, one] of first.cases.entries())
        expect(summaryOf(await one.read())).toEqual(summaryOf(await second.cases[i].read()));
    });

    it('lists without a look at the pixels', async () => {
      const before = told(await openLayout(dir, layout));
      for (const file of pixelFiles) await spoilFile(join(dir, file));
      expect(told(await openLayout(dir, layout))).toEqual(before);
    });

    it('refuses a file that is no image, alone and with a code', async () => {
      const { cases } = await openLayout(dir, layout);
      await spoilFile(join(dir, pixelFiles[0]));
      const outcomes = await Promise.all(cases.map((one) => codeOf(one.read())));
      expect(outcomes.filter((code) => code !== null)).toHaveLength(1);
      expect(['unreadable-image', 'unreadable-mask', 'bad-dicom', 'damaged-pixels']).toContain(
        outcomes.find((code) => code !== null),
      );
    });

    it.each(filesOfFirst)('opens nothing outside the folder through a link: %s', async (file) => {
      const moved = join(outside, 'moved');
      await cp(join(dir, file), moved);
      await rm(join(dir, file));
      await symlink(moved, join(dir, file));
      const listing = await openLayout(dir, layout).catch((error: unknown) => error as ImagingError);
      if (listing instanceof Error) return expect(codeOfError(listing)).toBe('unsafe-path');
      // A file of its own is refused at once; one of an image when that is read.
      if (listing.refused.some(({ code }) => code === 'unsafe-path')) return;
      const first = (await openLayout(source, layout)).cases[0].file;
      const one = listing.cases.find((found) => found.file === first);
      const code = one === undefined ? 'not listed' : await codeOf(one.read());
      expect(code).toBe('unsafe-path');
    });

    if (table !== undefined) {
      it.each(['../outside.png', '/etc/passwd', 'images/../../outside.png', '..\\outside.png'])(
        'opens nothing outside the folder through its table: %s',
        async (path) => {
          const text = await readFile(join(dir, table.path), 'utf8');
          expect(text).toContain(table.of);
          await writeFile(join(dir, table.path), text.replace(table.of, path));
          expect(await codeOf(openLayout(dir, layout))).toBe('unsafe-path');
        },
      );
    }

    it('refuses a folder that is empty or not there by a code', async () => {
      await rm(dir, { recursive: true });
      expect(await codeOf(openLayout(dir, layout))).toBe('missing-folder');
      const empty = await mkdtemp(join(outside, 'empty-'));
      const offered = await openLayout(empty, layout).catch(codeOfError);
      if (typeof offered === 'string') expect(['missing-folder', 'bad-index']).toContain(offered);
      else expect([offered.cases, offered.refused]).toEqual([[], []]);
      expect(await codeOf(openLayout(empty))).toBe('unknown-layout');
    });
  });
}

/** @returns the code of a refusal; null if nothing was refused. Anything but an ImagingError is thrown on. */
export async function codeOf(attempt: Promise<unknown>): Promise<string | null> {
  return attempt.then(() => null, codeOfError);
}

function codeOfError(error: unknown): string {
  if (error instanceof ImagingError) return error.code;
  throw error;
}

/** Laterality, view, pathology, density. */
export function factsList({ laterality, view, pathology, density }: CaseFacts): readonly (string | null)[] {
  return [laterality, view, pathology, density];
}

/** All that was read, pixels by their hash: to compare millions of them one by one takes seconds. */
function summaryOf({ pixels, mask, ...rest }: CaseImage): object {
  const hash = (values: Uint8Array | Uint16Array): string =>
    createHash('sha256')
      .update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
      .digest('hex');
  return {
    ...rest,
    pixels: { ...pixels, grey: hash(pixels.grey) },
    mask: mask === null ? null : { ...mask, mask: hash(mask.mask) },
  };
}

/** All that a listing says. */
function told({ cases, ...rest }: CaseListing): object {
  return {
    ...rest,
    cases: cases.map(({ file, patient, facts, maskKind }) => ({ file, patient, facts, maskKind })),
  };
}
