import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { area, isMarked, put } from './generated-images.test-support.js';
import { codeOf, factsList, keepsTheLayoutContract } from './layout-contract.test-support.js';
import { mammogram } from './mammogram.test-support.js';
import { openLayout } from './open-layout.js';

const TABLE = `\uFEFFPatient ID;Patient age;Laterality;View;Acquisition date;File Name;ACR;Bi-Rads\r
removed;removed;L;CC;202001;100;1;5\r
removed;removed;R;MLO;202001;200;4 ;2\r
removed;removed;L;CC;202001;300;;1\r
removed;removed;L;FB;202001;400;3;4a\r
;;;;;;;\r
`;
const HASHES = ['00000000000000aa', '00000000000000bb'] as const;
const FILES = [
  `100_${HASHES[0]}_MG_L_CC_ANON.dcm`,
  `200_${HASHES[0]}_MG_R_ML_ANON.dcm`,
  `300_${HASHES[1]}_MG_L_CC_ANON.dcm`,
  `400_${HASHES[1]}_MG_L_FB_ANON.dcm`,
] as const;

type Roi = readonly [name: string, ...points: readonly string[]];

function plist(...rois: readonly Roi[]): string {
  const strings = (texts: readonly string[]): string => texts.map((text) => `<string>${text}</string>`).join('');
  const roiXml = ([name, ...points]: Roi): string =>
    `<dict><key>Name</key><string>${name}</string><key>NumberOfPoints</key><integer>${points.length}</integer>` +
    `<key>Point_mm</key><array>${strings(points.map(() => '(0.0, 0.0, 0.0)'))}</array>` +
    `<key>Point_px</key><array>${strings(points)}</array></dict>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>Images</key><array><dict><key>ImageIndex</key><integer>0</integer>
<key>ROIs</key><array>${rois.map(roiXml).join('')}</array></dict></array></dict></plist>`;
}

/** Marks columns 3 to 6 of rows 2 to 4. */
const RECTANGLE = ['(3.2, 2.2)', '(6.8, 2.2)', '(6.8, 4.8)', '(3.2, 4.8)'] as const;

async function writeInbreast(dir: string): Promise<void> {
  const dicom = mammogram({ width: 20, height: 16, bits: 12, valueAt: (x, y) => 100 * x + y });
  for (const file of FILES) await put(dir, `AllDICOMs/${file}`, dicom);
  await put(dir, 'AllXML/100.xml', plist(['Mass', ...RECTANGLE], ['Calcification', '(10.0, 10.0)']));
  await put(
    dir,
    'AllXML/200.xml',
    plist(['MASS', ...RECTANGLE], ['mass', '(-9, 9.5)', '(2, 9.5)', '(2, 99)', '(-9, 99)']),
  );
  await put(dir, 'AllXML/400.xml', plist(['Calcification', ...RECTANGLE]));
  await put(dir, 'INbreast.csv', TABLE);
}

keepsTheLayoutContract({
  layout: 'inbreast',
  write: writeInbreast,
  samePatient: [FILES[0], FILES[1]],
  pixelFiles: FILES.map((file) => `AllDICOMs/${file}`),
  filesOfFirst: [`AllDICOMs/${FILES[0]}`, 'AllXML/100.xml', 'INbreast.csv'],
  markedOfFirst: 12,
});

describe('INbreast', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-inbreast-'));
    await writeInbreast(dir);
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('marks every mass whatever the case of its name, cut at the border, and nothing else', async () => {
    const { cases } = await openLayout(dir);
    const [one, two, none, calcification] = await Promise.all(cases.map((each) => each.read()));
    expect(one.flags.map(({ code }) => code)).not.toContain('clipped-annotation');
    expect(two.mask && area(two.mask)).toBe(12 + 3 * 7);
    expect(two.mask && isMarked(two.mask, 0, 15)).toBe(true);
    expect(two.flags.map(({ code }) => code)).toContain('clipped-annotation');
    expect([none, calcification].map(({ mask }) => mask && area(mask))).toEqual([0, 0]);
  });

  it('knows side, view and density from names and table', async () => {
    expect((await openLayout(dir)).cases.map(({ facts }) => factsList(facts))).toEqual([
      ['L', 'CC', null, 'a'],
      ['R', 'MLO', null, 'd'],
      ['L', 'CC', null, null],
      ['L', 'FB', null, 'c'],
    ]);
  });

  it('refuses an image of which neither outlines nor the table say anything', async () => {
    await writeFile(join(dir, 'INbreast.csv'), TABLE.replace(/.*;300;.*\r\n/, ''));
    const { cases, refused } = await openLayout(dir);
    expect(cases).toHaveLength(3);
    expect(refused.map(({ file, code }) => [file, code])).toEqual([[FILES[2], 'missing-mask']]);
    await rm(join(dir, 'INbreast.csv'));
    expect((await openLayout(dir)).refused).toHaveLength(1);
  });

  it.each([
    ['text', 'no list'],
    ['a property list of another kind', '{ "a" = "b"; }'],
    ['a plist that is cut', plist(['Mass', ...RECTANGLE]).slice(0, 400)],
    ['a point of three numbers', plist(['Mass', '(1, 2, 3)', '(2, 3, 4)', '(3, 4, 5)'])],
    ['a point that is no number', plist(['Mass', '(1, nan)', '(2, 3)', '(3, 4)'])],
    ['a point far from any image', plist(['Mass', '(1, 9e9)', '(2, 3)', '(3, 4)'])],
    [
      'entities',
      plist(['Mass', ...RECTANGLE])
        .replace('DTD/1.0', 'x')
        .replace('.dtd">', '.dtd" [<!ENTITY a "b">]>'),
    ],
    ['more points than are drawn', plist(['Mass', ...Array.from({ length: 100_001 }, () => '(1, 1)')])],
  ])('refuses %s in place of outlines', async (_, text) => {
    await writeFile(join(dir, 'AllXML', '100.xml'), text);
    expect(await codeOf((await openLayout(dir)).cases[0].read())).toBe('bad-annotation');
  });

  it('refuses a table whose lines have no number', async () => {
    await writeFile(join(dir, 'INbreast.csv'), TABLE.replace(';100;', ';one hundred;'));
    expect(await codeOf(openLayout(dir))).toBe('bad-index');
  });
});
