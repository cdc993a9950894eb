import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRng, type Rng } from '@mammofed/core';
import { decodeGrey, decodeMask } from '../decode.js';
import { ImagingError } from '../errors.js';
import { emptyMask, markOutline } from './draw-mask.js';
import { evenPgm, greyPng, put } from './generated-images.test-support.js';
import { massOutlines } from './inbreast-outlines.js';
import type { Layout } from './layout.js';
import { mammogram } from './mammogram.test-support.js';
import { openLayout } from './open-layout.js';

/** Damaged files of each kind. */
const COUNT = Number(process.env['MAMMOFED_FUZZ_FILES'] ?? 100);
const SEED = Number(process.env['MAMMOFED_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const LONGEST_MS = 5_000;

/** What tables and lists are made of, so that damage leads further than the first character. */
const PIECES = [
  ',',
  ';',
  '"',
  '\n',
  '\r\n',
  '../',
  '\0',
  "['Mass']",
  '1e309',
  '-1',
  '999999999999',
  '<',
  '</array>',
  '<dict>',
];

/** A few changes of one kind each: a bit, a cut, a piece put in, a stretch doubled or taken out. */
function mutated(bytes: Uint8Array, rng: Rng): Uint8Array {
  let result = Buffer.from(bytes);
  const below = (limit: number): number => Math.floor(rng.next() * limit);
  for (let changes = 1 + below(4); changes > 0 && result.length > 0; changes--) {
    const at = below(result.length);
    const end = Math.min(result.length, at + 1 + below(64));
    const [before, after] = [result.subarray(0, at), result.subarray(at)];
    switch (below(5)) {
      case 0:
        result[at] ^= 1 << below(8);
        break;
      case 1:
        result = Buffer.from(before);
        break;
      case 2:
        result = Buffer.concat([before, Buffer.from(PIECES[below(PIECES.length)]), after]);
        break;
      case 3:
        result = Buffer.concat([before, result.subarray(at, end), after]);
        break;
      default:
        result = Buffer.concat([before, result.subarray(end)]);
    }
  }
  return result;
}

const OUTLINES = Buffer.from(
  `<?xml version="1.0"?><plist version="1.0"><dict><key>Images</key><array><dict><key>ROIs</key><array>
<dict><key>Name</key><string>Mass</string><key>Point_px</key><array>
${Array.from({ length: 12 }, (_, i) => `<string>(${i * 3.25}, ${(i * 7) % 40}.5)</string>`).join('\n')}
</array></dict></array></dict></array></dict></plist>`,
);

const VINDR_COLUMNS = 'study_id,series_id,image_id,laterality,view_position,height,width,breast_birads,breast_density';

interface Table {
  readonly layout: Layout;
  readonly path: string;
  readonly text: string;
  readonly images: readonly string[];
}

const TABLES: readonly Table[] = [
  { layout: 'pairs', path: 'index.csv', text: 'file,patient,side\na.png,P1,L\nb.png,"P 2",R\n', images: [] },
  {
    layout: 'manifest',
    path: 'manifest.csv',
    text: 'image,mask,patient,density\nimages/a.png,masks/a.png,P1,b\nimages/b.png,,P2,3\n',
    images: [],
  },
  {
    layout: 'inbreast',
    path: 'INbreast.csv',
    text: 'Laterality;View;File Name;ACR\nL;CC;100;1\nR;MLO;200;4\n',
    images: ['AllDICOMs/100_00000000000000aa_MG_L_CC_ANON.dcm'],
  },
  {
    layout: 'cbis',
    path: 'mass_case_description_train_set.csv',
    text: `patient_id,breast_density,left or right breast,image view,abnormality type,pathology,image file path,ROI mask file path
P_00001,3,LEFT,CC,mass,MALIGNANT,Mass-Training_P_00001_LEFT_CC/1/2/000000.dcm,"Mass-Training_P_00001_LEFT_CC_1/3/4/000001.dcm\n"\n`,
    images: ['Mass-Training_P_00001_LEFT_CC/1/2/1-1.dcm', 'Mass-Training_P_00001_LEFT_CC_1/3/4/1-1.dcm'],
  },
  {
    layout: 'vindr',
    path: 'finding_annotations.csv',
    text: `${VINDR_COLUMNS},finding_categories,xmin,ymin,xmax,ymax\ns1,x,i1,L,CC,16,20,BI-RADS 4,DENSITY C,"['Mass', 'Asymmetry']",3.5,2,6,4\n`,
    images: ['images/s1/i1.dicom'],
  },
  { layout: 'mias', path: 'Info.txt', text: 'mdb001 G CIRC B 535 425 10\nmdb002 F NORM\n', images: [] },
];

describe(`${COUNT} damaged files of each kind (seed ${SEED})`, () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-mutated-'));
    const dicom = mammogram({ width: 20, height: 16, bits: 12, valueAt: (x, y) => x + y });
    const png = await greyPng(20, 16, (x) => x);
    for (const { layout, images } of TABLES) {
      for (const image of images) await put(join(dir, layout), image, dicom);
      for (const path of ['images/a.png', 'images/b.png', 'masks/a.png', 'masks/b.png'])
        if (layout === 'pairs' || layout === 'manifest') await put(join(dir, layout), path, png);
    }
    await put(join(dir, 'mias'), 'mdb001.pgm', evenPgm(1024, 1024, 3));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  /** Nothing but the refusals that are allowed, and no long work. @returns how many were refused. */
  async function survives(
    bytes: Uint8Array,
    read: (damaged: Uint8Array) => unknown,
    isRefusal: (error: unknown) => boolean,
  ) {
    let refusals = 0;
    for (let i = 0; i < COUNT; i++) {
      const damaged = mutated(bytes, seededRng('mutated', SEED, i));
      const startedMs = performance.now();
      try {
        await read(damaged);
      } catch (error) {
        if (!isRefusal(error)) throw new Error(`damaged file ${i} of seed ${SEED}`, { cause: error });
        refusals++;
      }
      expect(performance.now() - startedMs).toBeLessThan(LONGEST_MS);
    }
    return refusals;
  }

  it('are refused as outlines, or drawn', async () => {
    const draw = (damaged: Uint8Array): void => {
      for (const outline of massOutlines(damaged, 'x.xml')) markOutline(emptyMask({ width: 64, height: 64 }), outline);
    };
    const refusals = await survives(OUTLINES, draw, (error) => error instanceof ImagingError);
    expect(refusals).toBeGreaterThan(COUNT / 5);
  });

  it.each(TABLES)(
    'are refused as $path, or read',
    async ({ layout, path, text }) => {
      const root = join(dir, layout);
      const read = async (damaged: Uint8Array): Promise<void> => {
        await writeFile(join(root, path), damaged);
        const { cases } = await openLayout(root, layout);
        for (const one of cases) {
          await one.read().catch((error: unknown) => {
            if (!(error instanceof ImagingError)) throw error;
          });
        }
      };
      const refusals = await survives(Buffer.from(text), read, (error) => error instanceof ImagingError);
      expect(refusals).toBeGreaterThan(0);
    },
    3_600_000,
  );

  it('are refused as PNG and PGM in words, or read', async () => {
    const png = Buffer.from(await greyPng(40, 30, (x, y) => (x * y) % 251));
    const isRefusal = (error: unknown): boolean => error instanceof Error && /^(its|it) /.test(error.message);
    await survives(png, (damaged) => decodeGrey(damaged), isRefusal);
    await survives(png, (damaged) => decodeMask(damaged), isRefusal);
    await survives(evenPgm(40, 30, 7), (damaged) => decodeGrey(damaged), isRefusal);
  }, 3_600_000);
});
