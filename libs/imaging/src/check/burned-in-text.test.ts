import { describe, expect, it } from '@jest/globals';
import { OPEN_DATA_CONTRACT, seededRng } from '@mammofed/core';
import { drawnText } from '../dicom-write/banner.test-support.js';
import type { CaseImage, DataCase } from '../layouts/layout.js';
import type { GreyPixels } from '../pgm.js';
import { findBreast } from './breast-area.js';
import { burnedInLetters } from './burned-in-text.js';
import { caseFindings } from './case-findings.js';
import { measureCase } from './measure-case.js';

const WIDTH = 400;
const HEIGHT = 500;

/** Half an ellipse at the left, with structure in it, and a little noise everywhere. */
function breast(deepest = 4000): GreyPixels {
  const rng = seededRng('burned-in-text');
  const grey = Uint16Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const [x, y] = [(i % WIDTH) / 190, (Math.floor(i / WIDTH) - HEIGHT / 2) / 220];
    const noise = Math.floor(40 * rng.next());
    return x * x + y * y < 1 ? deepest / 2 + noise + ((i * 7) % (deepest / 2 - 40)) : noise;
  });
  return { width: WIDTH, height: HEIGHT, grey };
}

/** Writes over pixels of `image`. */
function write(image: GreyPixels, words: string, { x, y, scale = 2, shade = 4000 }: Place): GreyPixels {
  const text = drawnText(words, scale);
  for (let v = 0; v < text.height; v++) {
    for (let u = 0; u < text.width; u++) {
      if (text.ink[v * text.width + u] === 1) image.grey[(y + v) * image.width + x + u] = shade;
    }
  }
  return image;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly shade?: number;
}

function letters(image: GreyPixels): number {
  const area = findBreast(image);
  if (area === null) throw new Error('no breast');
  return burnedInLetters(image, area);
}

describe('text in the air beside a breast', () => {
  it('is not seen where none is', () => {
    expect(letters(breast())).toBe(0);
  });

  it.each([1, 2, 3])('is seen in letters of %d times seven pixels', (scale) => {
    expect(letters(write(breast(), 'MEYER ANNA', { x: 205, y: 30, scale }))).toBeGreaterThanOrEqual(4);
    expect(letters(write(breast(), '19530417', { x: 210, y: 460, scale }))).toBe(8);
  });

  it('is seen in grey, and where two lines are', () => {
    const image = write(breast(), 'DR SEMMEL', { x: 220, y: 30, shade: 2200 });
    expect(letters(write(image, '4711 0815', { x: 220, y: 50, shade: 2200 }))).toBeGreaterThanOrEqual(6);
  });

  it('is a line of four letters or more: a marker of the side, or spots in no row, are none', () => {
    expect(letters(write(breast(), 'R CC', { x: 300, y: 30, scale: 3 }))).toBe(0);
    const spots = breast();
    for (let i = 0; i < 12; i++) write(spots, 'L', { x: 210 + 15 * i, y: 10 + ((i * 17) % 60), scale: 2 });
    expect(letters(spots)).toBe(0);
  });

  it('is not looked for in the breast, whose calcifications may lie in a row', () => {
    expect(letters(write(breast(), 'BBBBBBB', { x: 40, y: 240, shade: 8000 }))).toBe(0);
  });

  it('flags the image and does not refuse it, as the header does', () => {
    const one: DataCase = {
      ...{ file: 'a.dcm', patient: 'p', maskKind: 'none', read: () => Promise.reject(new Error('not read')) },
      facts: { modality: 'MG', laterality: 'L', view: 'CC', pathology: null, density: null },
    };
    const codes = (pixels: GreyPixels, flags: CaseImage['flags'] = []): string[] => {
      const { measures } = measureCase({ pixels, mask: null, voi: null, spacing: null, flags });
      return caseFindings(one, measures, OPEN_DATA_CONTRACT).map(({ code }) => code);
    };
    expect(codes(breast())).toEqual([]);
    expect(codes(write(breast(), 'MEYER ANNA', { x: 205, y: 30 }))).toEqual(['burned-in-text']);
    expect(codes(breast(), [{ code: 'burned-in-annotation', message: '' }])).toEqual(['burned-in-text']);
  });
});
