import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { area, put } from './generated-images.test-support.js';
import { codeOf, factsList, keepsTheLayoutContract } from './layout-contract.test-support.js';
import { mammogram } from './mammogram.test-support.js';
import { openLayout } from './open-layout.js';

const MASS_COLUMNS =
  'patient_id,breast_density,left or right breast,image view,abnormality id,abnormality type,pathology,image file path,cropped image file path,ROI mask file path';
const CALC_COLUMNS = MASS_COLUMNS.replace('breast_density', 'breast density');

interface Row {
  readonly patient: string;
  readonly side: 'LEFT' | 'RIGHT';
  readonly finding: number;
  readonly set: 'Mass-Training' | 'Mass-Test' | 'Calc-Training';
  readonly pathology?: string;
}

const viewOf = ({ set, patient, side }: Row): string => `${set}_${patient}_${side}_CC`;
const findingOf = (row: Row): string => `${viewOf(row)}_${row.finding}`;

/** As published: the last field is quoted and holds a line end, and paths name other files than those on disk. */
function tableRow(row: Row): string {
  const kind = row.set.startsWith('Mass') ? 'mass' : 'calcification';
  const { patient, side, finding, pathology = 'MALIGNANT' } = row;
  const [view, roi] = [`${viewOf(row)}/1.2/1.3/000000.dcm`, `${findingOf(row)}/1.4/1.5`];
  return `${patient},3,${side},CC,${finding},${kind},${pathology},${view},${roi}/000000.dcm,"${roi}/000001.dcm\n"`;
}

const table = (columns: string, ...rows: readonly Row[]): string =>
  [columns, ...rows.map(tableRow)].map((line) => `${line}\r\n`).join('');

const A: Row = { patient: 'P_00001', side: 'LEFT', finding: 1, set: 'Mass-Training' };
const B: Row = {
  patient: 'P_00001',
  side: 'RIGHT',
  finding: 1,
  set: 'Mass-Test',
  pathology: 'BENIGN_WITHOUT_CALLBACK',
};
const C1: Row = { patient: 'P_00002', side: 'LEFT', finding: 1, set: 'Mass-Training', pathology: 'BENIGN' };
const C2: Row = { ...C1, finding: 2, pathology: 'MALIGNANT' };
/** The same image as C1's, in the table of calcifications. */
const C3: Row = { ...C1, finding: 3, set: 'Calc-Training' };
const D: Row = { patient: 'P_00003', side: 'LEFT', finding: 1, set: 'Calc-Training' };
const ROWS = [A, B, C1, C2, C3, D];

const image = mammogram({
  width: 20,
  height: 16,
  bits: 12,
  valueAt: (x, y) => x + y,
  seriesDescription: 'full mammogram images',
});
const CROP = 'cropped images';
const MASK = 'ROI mask images';
const crop = (seriesDescription?: string): Uint8Array =>
  mammogram({ width: 5, height: 4, bits: 12, valueAt: (x) => x, ...(seriesDescription && { seriesDescription }) });

/** @param column - the column that is marked. */
function maskOf(
  column: number,
  options: { width?: number; height?: number; said?: string; shade?: number } = {},
): Uint8Array {
  const { width = 20, height = 16, said, shade = 255 } = options;
  const valueAt = (x: number): number => (x === column ? shade : 0);
  return mammogram({ width, height, bits: 8, valueAt, ...(said !== undefined && { seriesDescription: said }) });
}

const pathsOf = (row: Row): readonly [string, string] => [
  `CBIS-DDSM/${findingOf(row)}/1.4/1.5/1-1.dcm`,
  `CBIS-DDSM/${findingOf(row)}/1.4/1.5/1-2.dcm`,
];

async function writeCbis(dir: string): Promise<void> {
  for (const row of ROWS) {
    await put(dir, `CBIS-DDSM/${viewOf(row)}/1.2/1.3/1-1.dcm`, image);
    const files = [crop(CROP), maskOf(row.finding, { said: MASK })];
    // The second breast's lie the other way round.
    if (row === B) files.reverse();
    for (const [i, path] of pathsOf(row).entries()) await put(dir, path, files[i]);
  }
  await put(dir, 'csv/mass_case_description_train_set.csv', table(MASS_COLUMNS, A, C1, C2));
  await put(dir, 'csv/mass_case_description_test_set.csv', table(MASS_COLUMNS, B));
  await put(dir, 'csv/calc_case_description_train_set.csv', table(CALC_COLUMNS, C3, D));
}

keepsTheLayoutContract({
  layout: 'cbis',
  write: writeCbis,
  samePatient: [viewOf(A), viewOf(B)],
  pixelFiles: [...new Set(ROWS.flatMap((row) => [`CBIS-DDSM/${viewOf(row)}/1.2/1.3/1-1.dcm`, ...pathsOf(row)]))],
  // The first case, D, has no mass.
  filesOfFirst: [`CBIS-DDSM/${viewOf(D)}/1.2/1.3/1-1.dcm`, 'csv/calc_case_description_train_set.csv'],
  table: { path: 'csv/mass_case_description_test_set.csv', of: `${viewOf(B)}/1.2/1.3/000000.dcm` },
  markedOfFirst: 0,
});

describe('CBIS-DDSM', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-cbis-'));
    await writeCbis(dir);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const readOf = async (row: Row) => {
    const one = (await openLayout(dir)).cases.find(({ file }) => file === viewOf(row));
    if (one === undefined) throw new Error(`${viewOf(row)} is not listed`);
    return one.read();
  };

  it('finds the mask whichever file it is, and joins those of several masses', async () => {
    const [a, b, c, d] = [await readOf(A), await readOf(B), await readOf(C1), await readOf(D)];
    expect([a, b, c, d].map(({ mask }) => mask && area(mask))).toEqual([16, 16, 32, 0]);
    expect(c.mask && [...c.mask.mask.slice(0, 4)]).toEqual([0, 1, 1, 0]);
  });

  it('lists an image with masses and calcifications once, by its masses', async () => {
    const { cases, unlistedImages } = await openLayout(dir);
    expect(cases.map(({ file }) => file)).toEqual([viewOf(D), viewOf(B), viewOf(A), viewOf(C1)]);
    expect(unlistedImages).toBe(0);
    expect(cases.map(({ facts }) => factsList(facts))).toEqual([
      ['L', 'CC', 'malignant', 'c'],
      ['R', 'CC', 'benign', 'c'],
      ['L', 'CC', 'malignant', 'c'],
      ['L', 'CC', 'malignant', 'c'],
    ]);
  });

  it('finds tables and images that lie in the folder itself, and counts images that no table lists', async () => {
    for (const name of ['mass_case_description_train_set.csv']) await rename(join(dir, 'csv', name), join(dir, name));
    for (const row of [A, C1]) {
      await rename(join(dir, 'CBIS-DDSM', viewOf(row)), join(dir, viewOf(row)));
      await rename(join(dir, 'CBIS-DDSM', findingOf(row)), join(dir, findingOf(row)));
    }
    await rename(join(dir, 'CBIS-DDSM', findingOf(C2)), join(dir, findingOf(C2)));
    await rename(join(dir, 'CBIS-DDSM', viewOf(D)), join(dir, viewOf(D)));
    for (const name of ['csv', 'CBIS-DDSM']) await rm(join(dir, name), { recursive: true });
    const { cases, unlistedImages } = await openLayout(dir);
    expect(cases.map(({ file }) => file)).toEqual([viewOf(A), viewOf(C1)]);
    expect(unlistedImages).toBe(1);
  });

  it('tells the roles by the pixels where the descriptions say none', async () => {
    await put(dir, pathsOf(A)[0], crop());
    await put(dir, pathsOf(A)[1], maskOf(3));
    expect((await readOf(A)).mask?.mask.indexOf(1)).toBe(3);
  });

  it.each<[string, Uint8Array, Uint8Array]>([
    ['the mask is called the cropped image', crop(MASK), maskOf(1, { said: CROP })],
    ['what is called a mask has other values', crop(CROP), maskOf(1, { said: MASK, shade: 128 })],
    ['both may be the mask', maskOf(1), maskOf(2)],
    ['neither may be the mask', crop(), crop()],
  ])('refuses a finding in which %s', async (_, first, second) => {
    await put(dir, pathsOf(A)[0], first);
    await put(dir, pathsOf(A)[1], second);
    expect(await codeOf(readOf(A))).toBe('unclear-role');
  });

  it('takes a mask of another size and the same proportions to its image, and says so', async () => {
    await put(dir, pathsOf(A)[1], maskOf(0, { width: 10, height: 8, said: MASK }));
    const { mask, flags } = await readOf(A);
    expect(mask && [...mask.mask.slice(0, 3)]).toEqual([1, 1, 0]);
    expect(mask && area(mask)).toBe(32);
    expect(flags.map(({ code }) => code)).toContain('rescaled-mask');
    await put(dir, pathsOf(A)[1], maskOf(0, { width: 10, height: 10, said: MASK }));
    expect(await codeOf(readOf(A))).toBe('size-mismatch');
  });

  it('leaves out images whose files are not there', async () => {
    await rm(join(dir, 'CBIS-DDSM', findingOf(A)), { recursive: true });
    await rm(join(dir, 'CBIS-DDSM', viewOf(B)), { recursive: true });
    await put(dir, `CBIS-DDSM/${viewOf(C1)}/1.2/1.3/1-2.dcm`, image);
    expect((await openLayout(dir)).refused.map(({ file, code }) => [file, code])).toEqual([
      [viewOf(B), 'missing-file'],
      [viewOf(A), 'missing-mask'],
      [viewOf(C1), 'unclear-role'],
    ]);
  });

  it('refuses a table that lacks who, which side or what', async () => {
    await put(dir, 'csv/mass_case_description_test_set.csv', table(MASS_COLUMNS, B).replace('RIGHT,CC', 'BOTH,CC'));
    expect(await codeOf(openLayout(dir))).toBe('bad-index');
  });
});
