import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from '../data-folder.js';
import { dicomFile, MAMMOGRAM, segmentationOf, type TestElements } from '../dicom/dicom-file.test-support.js';
import { readDicomImage } from '../dicom/read-dicom.js';
import { dicomFolder } from './dicom-folder.js';
import type { CaseListing } from './layout.js';

describe('a folder of DICOM files', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'mammofed-dicom-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  async function put(file: string, content: Uint8Array | string | TestElements): Promise<void> {
    const path = join(dir, file);
    await mkdir(dirname(path), { recursive: true });
    const isElements = typeof content !== 'string' && !(content instanceof Uint8Array);
    await writeFile(path, isElements ? dicomFile(content) : content);
  }
  const list = async (): Promise<CaseListing> => dicomFolder(readDicomImage).list(await DataFolder.open(dir));
  const codes = ({ refused }: CaseListing): string[] => refused.map(({ file, code }) => `${file}: ${code}`);

  it('is recognised by names, unless another layout has its tables in it', async () => {
    const recognises = async (): Promise<boolean> => dicomFolder(readDicomImage).recognises(await DataFolder.open(dir));
    expect(await recognises()).toBe(false);
    await put('a/b/c.dcm', MAMMOGRAM);
    expect(await recognises()).toBe(true);
    await put('index.csv', 'file,patient');
    expect(await recognises()).toBe(false);
  });

  it('has a case for each mammogram, with what its header says', async () => {
    await put('p1/b.dcm', MAMMOGRAM);
    await put('p1/a', { ...MAMMOGRAM, '00080018 UI': '1.2.3.5', '00200062 CS': 'L', '00185101 CS': 'CC' });
    await put('notes.txt', 'no DICOM');
    await put('DICOMDIR', 'ignored');
    await put('pathology.json', '{"p1/a": "malignant", "p1/b.dcm": "unclear"}');
    const facts = { modality: 'MG', presentation: 'for-presentation', density: null };
    const listing = await list();
    expect(codes(listing)).toEqual([]);
    expect(listing.cases.map((one) => ({ ...one, read: undefined }))).toEqual([
      {
        file: 'p1/a',
        patient: 'patient-1',
        facts: { ...facts, laterality: 'L', view: 'CC', pathology: 'malignant' },
        maskKind: 'none',
        read: undefined,
      },
      {
        file: 'p1/b.dcm',
        patient: 'patient-1',
        facts: { ...facts, laterality: 'R', view: 'MLO', pathology: null },
        maskKind: 'none',
        read: undefined,
      },
    ]);
    expect((await listing.cases[1].read()).mask).toBeNull();
  });

  it('refuses what is no mammogram', async () => {
    await put('volume.dcm', { ...MAMMOGRAM, '00080016 UI': '1.2.840.10008.5.1.4.1.1.13.1.3' });
    await put('capture.dcm', { ...MAMMOGRAM, '00080016 UI': '1.2.840.10008.5.1.4.1.1.7', '00080018 UI': '1.2.3.6' });
    const { cases, refused } = await list();
    expect(cases).toEqual([]);
    expect(refused).toMatchObject([{ code: 'not-mammography' }, { code: 'not-mammography' }]);
  });

  it('takes the union of the mass segments of every segmentation as the mask', async () => {
    await put('a.dcm', MAMMOGRAM);
    const one = segmentationOf('1.2.3.4', [
      { label: 'Mass 1', bits: '11000000' },
      { label: 'Mass 2', bits: '01100000' },
      { label: 'Calcification', bits: '00011111' },
    ]);
    await put('s/one.dcm', one);
    await put(
      's/two.dcm',
      segmentationOf('1.2.3.4', [{ label: 'Lesion', bits: '00000001' }], { '00080018 UI': '9.9' }),
    );
    await put('s/other.dcm', segmentationOf('1.2.9', [{ label: 'Mass', bits: '11111111' }]));
    const { cases, refused } = await list();
    expect(refused.map(({ file, code }) => [file, code])).toEqual([['s/other.dcm', 'bad-segmentation']]);
    const { mask, flags } = await cases[0].read();
    expect(mask).toEqual({ width: 4, height: 2, mask: Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 1) });
    expect([cases[0].maskKind, flags]).toEqual(['outline', []]);
  });

  it('takes the only segment for a mass and says so, but never one that is called something else', async () => {
    await put('a.dcm', MAMMOGRAM);
    await put('s.dcm', segmentationOf('1.2.3.4', [{ label: 'Segment 1', bits: '00110000' }]));
    const { cases } = await list();
    expect((await cases[0].read()).flags.map(({ code }) => code)).toEqual(['segment-taken-for-mass']);
    await put('s.dcm', segmentationOf('1.2.3.4', [{ label: 'Calcifications', bits: '00110000' }]));
    expect(codes(await list())).toEqual(['a.dcm: bad-segmentation']);
  });

  it('has an empty mask where a segmentation references an image and marks nothing in it', async () => {
    await put('a.dcm', MAMMOGRAM);
    await put('b.dcm', { ...MAMMOGRAM, '00080018 UI': '1.2.3.5' });
    await put(
      's.dcm',
      segmentationOf('1.2.3.4', [{ label: 'Mass', bits: '00110000' }], {
        '00081115 SQ': [{ '0008114A SQ': [{ '00081155 UI': '1.2.3.4' }, { '00081155 UI': '1.2.3.5' }] }],
      }),
    );
    const { cases } = await list();
    expect((await cases[1].read()).mask?.mask).toEqual(new Uint8Array(8));
    expect((await cases[0].read()).mask?.mask).toEqual(Uint8Array.of(0, 0, 1, 1, 0, 0, 0, 0));
  });

  it('refuses a mask that has another size, or does not lie on the pixels', async () => {
    await put('a.dcm', { ...MAMMOGRAM, '00280010 US': [4], '00280011 US': [2] });
    await put('s.dcm', segmentationOf('1.2.3.4', [{ label: 'Mass', bits: '00110000' }]));
    await expect((await list()).cases[0].read()).rejects.toMatchObject({ code: 'size-mismatch' });
    const moved = [
      {
        '00089124 SQ': [{ '00082112 SQ': [{ '00081155 UI': '1.2.3.4', '0028135A CS': 'NO' }] }],
        '0062000A SQ': [{ '0062000B US': [1] }],
      },
    ];
    await put('a.dcm', MAMMOGRAM);
    await put('s.dcm', segmentationOf('1.2.3.4', [{ label: 'Mass', bits: '00110000' }], { '52009230 SQ': moved }));
    await expect((await list()).cases[0].read()).rejects.toMatchObject({ code: 'bad-segmentation' });
  });

  describe('with an RT structure set', () => {
    /** 4x2 pixels of 2 mm across and 1 mm down, the first of them centred at (10, 20, 30). */
    const PLANE: TestElements = {
      '00200052 UI': '1.9',
      '00200032 DS': '10\\20\\30',
      '00200037 DS': '1\\0\\0\\0\\1\\0',
      '00280030 DS': '1\\2',
    };
    /** Around the centres of the first row's second and third pixel. */
    const POINTS = [11.5, 19.8, 30, 14.5, 19.8, 30, 14.5, 20.2, 30, 11.5, 20.2, 30];
    const setOf = (points: readonly number[], differences: TestElements = {}): TestElements => ({
      '00080016 UI': '1.2.840.10008.5.1.4.1.1.481.3',
      '00080018 UI': '1.7',
      '30060020 SQ': [{ '30060022 IS': '1', '30060024 UI': '1.9', '30060026 LO': 'Lesion', ...differences }],
      '30060039 SQ': [
        {
          '30060040 SQ': [
            {
              '30060016 SQ': [{ '00081155 UI': '1.2.3.4' }],
              '30060042 CS': 'CLOSED_PLANAR',
              '30060050 DS': points.join('\\'),
            },
          ],
          '30060084 IS': '1',
        },
      ],
    });

    it('marks the pixels inside its outlines where the image has a place in space', async () => {
      await put('a.dcm', { ...MAMMOGRAM, ...PLANE });
      await put('rt.dcm', setOf(POINTS));
      const { cases, refused } = await list();
      expect(refused).toEqual([]);
      expect((await cases[0].read()).mask?.mask).toEqual(Uint8Array.of(0, 1, 1, 0, 0, 0, 0, 0));
    });

    it.each<[string, TestElements, TestElements]>([
      ['the image has no place in space', MAMMOGRAM, setOf(POINTS)],
      ['it is another space', { ...MAMMOGRAM, ...PLANE }, setOf(POINTS, { '30060024 UI': '1.8' })],
      ['it lies off the plane', { ...MAMMOGRAM, ...PLANE }, setOf(POINTS.map((x) => (x === 30 ? 31 : x)))],
      ['an outline has two points', { ...MAMMOGRAM, ...PLANE }, setOf(POINTS.slice(0, 6))],
    ])('is refused where %s', async (_, image, set) => {
      await put('a.dcm', image);
      await put('rt.dcm', set);
      await expect((await list()).cases[0].read()).rejects.toMatchObject({ code: 'bad-segmentation' });
    });
  });

  it('refuses what is no mammogram, each object by its code', async () => {
    await put('a.dcm', MAMMOGRAM);
    await put('copy.dcm', MAMMOGRAM);
    await put('nobody.dcm', { ...MAMMOGRAM, '00080018 UI': '2.1', '00100020 LO': '' });
    await put('tomo.dcm', { ...MAMMOGRAM, '00080018 UI': '2.2', '00080016 UI': '1.2.840.10008.5.1.4.1.1.13.1.3' });
    await put('frames.dcm', { ...MAMMOGRAM, '00080018 UI': '2.3', '00280008 IS': '40' });
    await put('capture.dcm', { ...MAMMOGRAM, '00080018 UI': '2.4', '00080016 UI': '1.2.840.10008.5.1.4.1.1.7' });
    await put('ct.dcm', {
      ...MAMMOGRAM,
      '00080018 UI': '2.5',
      '00080016 UI': '1.2.840.10008.5.1.4.1.1.2',
      '00080060 CS': 'CT',
    });
    await put('plan.dcm', { '00080016 UI': '1.2.840.10008.5.1.4.1.1.481.3', '00080018 UI': '2.6' });
    await put('report.dcm', { '00080016 UI': '1.2.840.10008.5.1.4.1.1.88.11', '00080018 UI': '2.7' });
    await put('text.dcm', 'no DICOM');
    const listing = await list();
    expect(listing.cases.map(({ file }) => file)).toEqual(['a.dcm']);
    expect(codes(listing)).toEqual([
      'capture.dcm: not-mammography',
      'copy.dcm: duplicate-file',
      'ct.dcm: not-mammography',
      'frames.dcm: not-mammography',
      'nobody.dcm: bad-dicom',
      'plan.dcm: bad-segmentation',
      'report.dcm: unsupported-dicom',
      'text.dcm: bad-dicom',
      'tomo.dcm: not-mammography',
    ]);
    for (const { message } of listing.refused) expect(message).not.toContain('patient-1');
  });

  it('lets mammograms for processing and without a modality in, with a flag', async () => {
    await put('a.dcm', { ...MAMMOGRAM, '00080060 CS': '', '00080068 CS': 'FOR PROCESSING' });
    const { flags } = await (await list()).cases[0].read();
    expect(flags.map(({ code }) => code)).toEqual(['missing-modality', 'for-processing']);
  });

  it('opens nothing outside the folder', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'mammofed-outside-'));
    try {
      await writeFile(join(outside, 'a.dcm'), dicomFile(MAMMOGRAM));
      await symlink(join(outside, 'a.dcm'), join(dir, 'link.dcm'));
      await symlink(outside, join(dir, 'folder'));
      expect(codes(await list())).toEqual(['folder: unsafe-path', 'link.dcm: unsafe-path']);
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });
});
