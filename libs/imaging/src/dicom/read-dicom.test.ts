import { describe, expect, it } from '@jest/globals';
import type { ImagingError } from '../errors.js';
import { dataSet, dicomFile, MAMMOGRAM, type TestElements } from './dicom-file.test-support.js';
import { readDicomHeader } from './header.js';
import { readDicomImage, type DicomImage } from './read-dicom.js';

const NAME = 'a.dcm';

async function read(differences: TestElements = {}): Promise<DicomImage> {
  return readDicomImage(dicomFile({ ...MAMMOGRAM, ...differences }), NAME);
}

async function greys(differences: TestElements = {}): Promise<number[]> {
  return Array.from((await read(differences)).pixels.grey);
}

async function flags(differences: TestElements = {}): Promise<string[]> {
  return (await read(differences)).flags.map(({ code }) => code);
}

function without(key: string): Uint8Array {
  return dicomFile(Object.fromEntries(Object.entries(MAMMOGRAM).filter(([one]) => one !== key)));
}

describe('the values of a DICOM image', () => {
  it('are the stored ones where the header asks for nothing', async () => {
    const { pixels, voi, spacing, flags: found } = await read();
    expect(pixels).toEqual({ width: 4, height: 2, grey: Uint16Array.of(0, 1, 2, 3, 4092, 4093, 4094, 4095) });
    expect([voi, spacing, found]).toEqual([null, { rowMm: 0.07, columnMm: 0.07, at: 'detector' }, []]);
  });

  it('lose what lies above the high bit', async () => {
    expect(await greys({ '7FE00010 OW': [0xf001, 0x1002, 3, 4, 5, 6, 7, 8] })).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('lie below a high bit that is not the lowest possible', async () => {
    const shifted = [0x0010, 0x0020, 0xfff0, 0, 0, 0, 0, 0x000f];
    expect(await greys({ '00280102 US': [15], '7FE00010 OW': shifted })).toEqual([1, 2, 4095, 0, 0, 0, 0, 0]);
  });

  it('keep their order when they have a sign', async () => {
    const cells = [0x0800, 0x0fff, 0, 1, 0x07ff, 0xf800, 0, 0];
    const { pixels, modalityUnits } = await read({ '00280103 US': [1], '7FE00010 OW': cells });
    expect(Array.from(pixels.grey)).toEqual([0, 2047, 2048, 2049, 4095, 0, 2048, 2048]);
    expect(modalityUnits).toEqual({ slope: 1, intercept: -2048 });
  });

  it('are turned over once for MONOCHROME1, whatever Presentation LUT Shape says', async () => {
    const inverted = [4095, 4094, 4093, 4092, 3, 2, 1, 0];
    expect(await greys({ '00280004 CS': 'MONOCHROME1' })).toEqual(inverted);
    expect(await greys({ '00280004 CS': 'MONOCHROME1', '20500020 CS': 'INVERSE' })).toEqual(inverted);
    expect(await flags({ '00280004 CS': 'MONOCHROME1', '20500020 CS': 'INVERSE' })).toEqual([]);
    expect(await flags({ '00280004 CS': 'MONOCHROME2', '20500020 CS': 'INVERSE' })).toEqual(['conflicting-polarity']);
  });

  it('keep their steps under a slope, which is said beside them', async () => {
    const { pixels, modalityUnits, flags: found } = await read({ '00281052 DS': '-100', '00281053 DS': '0.25' });
    expect(pixels.grey[7]).toBe(4095);
    expect(modalityUnits).toEqual({ slope: 0.25, intercept: -100 });
    expect(found.map(({ code }) => code)).toEqual(['modality-units']);
  });

  it('are turned over by a falling slope', async () => {
    const { pixels, modalityUnits } = await read({ '00281052 DS': '4095', '00281053 DS': '-1' });
    expect(Array.from(pixels.grey)).toEqual([4095, 4094, 4093, 4092, 3, 2, 1, 0]);
    expect(modalityUnits).toEqual({ slope: 1, intercept: 0 });
  });

  it('go through a modality lookup table, whose ends hold beyond it', async () => {
    const item = { '00283002 US': [3, 1, 8], '00283004 LO': 'OD', '00283006 OW': [10, 20, 200] };
    expect(await greys({ '00283000 SQ': [item] })).toEqual([10, 10, 20, 200, 200, 200, 200, 200]);
    const short = { ...item, '00283002 US': [4, 1, 8] };
    await expect(read({ '00283000 SQ': [short] })).rejects.toMatchObject({ code: 'bad-dicom' });
  });

  it('have padding as dark as the darkest measurement, inverted or not', async () => {
    const padding = { '00280120 US': [0], '00280121 US': [1] };
    expect(await greys(padding)).toEqual([2, 2, 2, 3, 4092, 4093, 4094, 4095]);
    expect(await greys({ ...padding, '00280004 CS': 'MONOCHROME1' })).toEqual([0, 0, 4093, 4092, 3, 2, 1, 0]);
    expect(await greys({ '00280120 US': [0], '00280121 US': [4095] })).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

/** Output of LINEAR, as the standard writes it (PS3.3 C.11.2.1.2.1), from 0 to 1. */
const linear = (x: number, c: number, w: number): number => Math.min(1, Math.max(0, (x - (c - 0.5)) / (w - 1) + 0.5));
const exact = (x: number, c: number, w: number): number => Math.min(1, Math.max(0, (x - c) / w + 0.5));

describe('the window of a DICOM image', () => {
  const several = { '00281050 DS': '2000.5\\100', '00281051 DS': '1000\\50', '00281055 LO': 'SOFT\\HARD' };

  it('is the first', async () => {
    expect((await read(several)).voi).toEqual({ kind: 'linear', center: 2000.5, width: 1000 });
    expect((await read({ ...several, '00281056 CS': 'SIGMOID' })).voi).toMatchObject({ kind: 'sigmoid' });
    expect((await read({ ...several, '00281056 CS': 'LINEAR_EXACT' })).voi).toMatchObject({ kind: 'linear-exact' });
    expect((await read({ ...several, '00281051 DS': '0' })).voi).toBeNull();
  });

  it('gives inverted values the shades that the stored ones had, turned over', async () => {
    const { voi, pixels } = await read({ ...several, '00280004 CS': 'MONOCHROME1' });
    if (voi?.kind !== 'linear') throw new Error('not linear');
    for (const [i, stored] of [0, 1, 2, 3, 4092, 4093, 4094, 4095].entries()) {
      expect(linear(pixels.grey[i], voi.center, voi.width)).toBeCloseTo(1 - linear(stored, 2000.5, 1000), 12);
    }
    expect(linear(4095 - 2100, voi.center, voi.width)).toBeCloseTo(1 - linear(2100, 2000.5, 1000), 12);
  });

  it('is moved from the units of the header to the steps of the values', async () => {
    const { voi } = await read({ ...several, '00281052 DS': '-100', '00281053 DS': '0.5' });
    if (voi?.kind !== 'linear-exact') throw new Error('not exact');
    const grey = 4000;
    expect(exact(grey, voi.center, voi.width)).toBeCloseTo(linear(grey * 0.5 - 100, 2000.5, 1000), 12);
  });

  it('may be a lookup table, turned over with the image', async () => {
    const table = { '00283010 SQ': [{ '00283002 US': [3, 2, 8], '00283006 OW': [0, 100, 255] }] };
    expect((await read(table)).voi).toEqual({ kind: 'lut', first: 2, bits: 8, table: Uint16Array.of(0, 100, 255) });
    expect((await read({ ...table, '00280004 CS': 'MONOCHROME1' })).voi).toEqual({
      kind: 'lut',
      first: 4095 - 4,
      bits: 8,
      table: Uint16Array.of(0, 155, 255),
    });
    expect((await read({ ...table, ...several })).voi).toMatchObject({ kind: 'linear' });
  });
});

describe('the header of a DICOM image', () => {
  it('is read without the pixels, and without preamble and meta information', () => {
    const bare = Object.fromEntries(Object.entries(MAMMOGRAM).filter(([key]) => !key.startsWith('7FE0')));
    expect(readDicomHeader(dataSet(bare), NAME)).toMatchObject({
      modality: 'MG',
      laterality: 'R',
      view: 'MLO',
      presentationIntent: 'presentation',
      patientId: 'patient-1',
      rows: 2,
      columns: 4,
      frames: 1,
      bitsStored: 12,
    });
  });

  it('tells intent by SOP class and the view by its code where the words are missing', () => {
    const header = readDicomHeader(
      dicomFile({ ...MAMMOGRAM, '00080068 CS': '', '00185101 CS': '', '00540220 SQ': [{ '00080100 SH': 'R-10242' }] }),
      NAME,
    );
    expect(header).toMatchObject({ presentationIntent: 'presentation', view: 'CC' });
  });

  it('flags what a person should know', async () => {
    expect(await flags({ '00080068 CS': 'FOR PROCESSING' })).toEqual(['for-processing']);
    expect(await flags({ '00280301 CS': 'YES', '00281300 CS': 'YES' })).toEqual(['burned-in-annotation', 'implant']);
    const bare = await readDicomImage(without('00080060 CS'), NAME);
    expect(bare.flags.map(({ code }) => code)).toEqual(['missing-modality']);
    expect(await flags({ '00200062 CS': '', '00185101 CS': '' })).toEqual(['missing-laterality', 'missing-view']);
  });

  it.each<[string, TestElements, string]>([
    ['no rows', { '00280010 US': [0] }, 'bad-dicom'],
    ['more stored bits than cells hold', { '00280101 US': [17] }, 'bad-dicom'],
    ['a high bit below the stored bits', { '00280102 US': [5] }, 'bad-dicom'],
    ['cells of 32 bits', { '00280100 US': [32] }, 'unsupported-dicom'],
    ['colours', { '00280002 US': [3], '00280004 CS': 'RGB' }, 'unsupported-dicom'],
    ['a palette', { '00280004 CS': 'PALETTE COLOR' }, 'unsupported-dicom'],
    ['several frames', { '00280008 IS': '2' }, 'unsupported-dicom'],
    ['half a frame', { '00280008 IS': '0.5' }, 'bad-dicom'],
    ['a million frames', { '00280008 IS': '1000000' }, 'dicom-too-large'],
    ['65535 rows and columns', { '00280010 US': [65535], '00280011 US': [65535] }, 'dicom-too-large'],
    ['fewer pixels than announced', { '7FE00010 OW': [1, 2, 3] }, 'damaged-pixels'],
  ])('refuses %s', async (_, differences, code) => {
    await expect(read(differences)).rejects.toMatchObject({ code });
  });

  it('refuses what is cut short, anywhere, and never with a word of the header in the message', async () => {
    const whole = dicomFile(MAMMOGRAM);
    for (let length = 0; length < whole.length; length++) {
      const error: unknown = await readDicomImage(whole.subarray(0, length), NAME).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect((error as ImagingError).code).toMatch(/^(bad|unsupported|damaged)-/);
      expect((error as Error).message).not.toContain('patient-1');
    }
  });

  it('refuses a transfer syntax that is not on the list, and names it only if it is a UID', async () => {
    const refusal = async (syntax: string): Promise<ImagingError> =>
      readDicomImage(dicomFile(MAMMOGRAM, syntax), NAME).then(
        () => {
          throw new Error('it was read');
        },
        (error: unknown) => error as ImagingError,
      );
    const known = await refusal('1.2.840.10008.1.2.4.110');
    expect(known.code).toBe('unsupported-dicom');
    expect(known.message).toContain('1.2.840.10008.1.2.4.110');
    expect((await refusal('Doe^Jane')).message).not.toContain('Doe');
  });
});
