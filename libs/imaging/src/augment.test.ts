import { createHash } from 'node:crypto';
import { AUGMENTATIONS, seededRng, type Augmentation, type Rng } from '@mammofed/core';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { augment, writeSymmetry } from './augment.js';
import { boundingBox } from './region.js';

const SIZE = 3;
const image = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
const mask = Uint8Array.from([1, 0, 0, 1, 1, 0, 0, 0, 0]);

function under(symmetry: number): { images: number[]; masks: number[] } {
  const images = new Float32Array(9);
  const masks = new Float32Array(9);
  writeSymmetry({ image, mask, size: SIZE, images, masks, offset: 0 }, symmetry);
  return { images: [...images], masks: [...masks] };
}

interface Example {
  readonly size: number;
  readonly image: Float32Array;
  readonly mask: Uint8Array;
}

function augmented(example: Example, augmentation: Augmentation, rng: Rng): { image: Float32Array; mask: Uint8Array } {
  const images = new Float32Array(example.size ** 2);
  const masks = new Float32Array(example.size ** 2);
  augment({ ...example, images, masks, offset: 0 }, augmentation, rng);
  return { image: images, mask: Uint8Array.from(masks) };
}

/** A mass as regions show it: an ellipse in a margin of a twelfth of the side; each pixel of the image is unlike any other. */
function ellipse(size: number): Example {
  const margin = Math.round(size / 12);
  const [center, radius] = [(size - 1) / 2, size / 2 - margin];
  return {
    size,
    image: Float32Array.from({ length: size * size }, (_, i) => i),
    mask: Uint8Array.from({ length: size * size }, (_, i) =>
      ((i % size) - center) ** 2 + (Math.floor(i / size) - center) ** 2 <= radius ** 2 ? 1 : 0,
    ),
  };
}

const AMOUNTS = fc.record({
  symmetries: fc.boolean(),
  edgeShift: fc.double({ min: 0, max: 1, noNaN: true }),
  rotationDegrees: fc.double({ min: 0, max: 180, noNaN: true }),
  scale: fc.double({ min: 0, max: 0.5, noNaN: true }),
  elastic: fc.double({ min: 0, max: 0.2, noNaN: true }),
  brightness: fc.double({ min: 0, max: 2, noNaN: true }),
  contrast: fc.double({ min: 0, max: 0.9, noNaN: true }),
});

/** Any mask that is not empty, however broken up. */
const EXAMPLES = fc.integer({ min: 8, max: 24 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    image: fc
      .array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: size * size, maxLength: size * size })
      .map((values) => Float32Array.from(values)),
    mask: fc
      .tuple(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size * size, maxLength: size * size }),
        fc.integer({ min: 1, max: 10 }),
        fc.nat(size * size - 1),
      )
      .map(([values, from, sure]) => Uint8Array.from(values, (value, i) => (value >= from || i === sure ? 1 : 0))),
  }),
);

describe('augment', () => {
  it('knows the 8 symmetries of a square, the identity first', () => {
    const all = Array.from({ length: 8 }, (_, symmetry) => under(symmetry).images.join(' '));
    expect(new Set(all).size).toBe(8);
    expect(all[0]).toBe('1 2 3 4 5 6 7 8 9');
    expect(all).toContain('3 2 1 6 5 4 9 8 7'); // mirrored columns
    expect(all).toContain('7 4 1 8 5 2 9 6 3'); // a quarter turn clockwise
    expect(all).toContain('9 8 7 6 5 4 3 2 1'); // a half turn
  });

  it('moves image and mask together', () => {
    for (let symmetry = 0; symmetry < 8; symmetry++) {
      const { images, masks } = under(symmetry);
      images.forEach((value, i) => expect(masks[i]).toBe(mask[value - 1]));
    }
  });

  it('writes into its place of the batch only, and repeats with the seed', () => {
    for (const augmentation of Object.values(AUGMENTATIONS)) {
      const draw = (): Float32Array[] => {
        const images = new Float32Array(27).fill(-100);
        const masks = new Float32Array(27).fill(-100);
        augment({ image, mask, size: SIZE, images, masks, offset: 9 }, augmentation, seededRng(1));
        return [images, masks];
      };
      const drawn = draw();
      for (const plane of drawn) {
        expect([...plane.subarray(0, 9), ...plane.subarray(18)].every((value) => value === -100)).toBe(true);
        expect(plane.subarray(9, 18)).not.toContain(-100);
      }
      expect(draw()).toEqual(drawn);
    }
  });

  it('repeats what earlier versions gave with symmetries alone, to the byte and to the last number drawn', () => {
    const example = {
      size: 7,
      image: Float32Array.from({ length: 49 }, (_, i) => (((i * 37) % 49) - 24) / 8),
      mask: Uint8Array.from({ length: 49 }, (_, i) => ((i * i) % 5 === 1 ? 1 : 0)),
    };
    const images = new Float32Array(49 * 16);
    const masks = new Float32Array(49 * 16);
    const rng = seededRng('recorded', 1);
    for (let i = 0; i < 16; i++) augment({ ...example, images, masks, offset: i * 49 }, AUGMENTATIONS.symmetries, rng);
    // Recorded from the version of commit b77edff, whose only augmentation this was.
    expect(createHash('sha256').update(images).update(masks).digest('hex')).toBe(
      'b64354f4036ee72d44ecbd06f33edbd080512d71a18078ba9688ce993b622f6d',
    );
    expect(rng.next()).toBe(0.9126835684292018);
  });

  it('copies the example where every amount is 0', () => {
    const example = ellipse(16);
    const { image: copy, mask: copiedMask } = augmented(example, AUGMENTATIONS.none, seededRng(3));
    expect([copy, copiedMask]).toEqual([example.image, example.mask]);
  });

  it('draws one number whatever the settings, and the same symmetry for it', () => {
    const faint = { ...AUGMENTATIONS.symmetries, brightness: 1e-9 };
    const example = ellipse(16);
    for (const augmentation of [...Object.values(AUGMENTATIONS), faint]) {
      const [rng, reference] = [seededRng(4), seededRng(4)];
      for (let i = 0; i < 20; i++) {
        augmented(example, augmentation, rng);
        reference.next();
      }
      expect(rng.next()).toBe(reference.next());
    }
    for (let seed = 0; seed < 30; seed++) {
      const [plain, warped] = [AUGMENTATIONS.symmetries, faint].map((how) => augmented(example, how, seededRng(seed)));
      expect(warped.image.every((value, at) => Math.abs(value - plain.image[at]) < 1e-6)).toBe(true);
      expect(warped.mask).toEqual(plain.mask);
    }
  });

  it('changes grey values by contrast, then brightness, and nothing else by them', () => {
    const example = ellipse(16);
    const how = { ...AUGMENTATIONS.none, brightness: 0.5, contrast: 0.5 };
    const gains = Array.from({ length: 200 }, (_, seed) => {
      const { image: changed, mask: same } = augmented(example, how, seededRng(seed));
      expect(same).toEqual(example.mask);
      const [brightness, contrast] = [changed[0], changed[1] - changed[0]];
      expect(changed.every((value, i) => Math.abs(value - example.image[i] * contrast - brightness) < 1e-3)).toBe(true);
      return [brightness, contrast];
    });
    const [brightness, contrast] = [0, 1].map((k) => gains.map((gain) => gain[k]));
    expect([Math.min(...brightness), Math.max(...brightness)].map((v) => Math.round(v * 10))).toEqual([-5, 5]);
    expect([Math.min(...contrast), Math.max(...contrast)].map((v) => Math.round(v * 10))).toEqual([5, 15]);
  });

  it('turns and resizes within its bounds', () => {
    const example = ellipse(48);
    const areaOf = (plane: Uint8Array): number => plane.reduce((sum, value) => sum + value, 0);
    const area = areaOf(example.mask);
    for (let seed = 0; seed < 50; seed++) {
      const turned = augmented(example, { ...AUGMENTATIONS.none, rotationDegrees: 15 }, seededRng(seed));
      expect(Math.abs(areaOf(turned.mask) / area - 1)).toBeLessThan(0.02);
      const sized = augmented(example, { ...AUGMENTATIONS.none, scale: 0.1 }, seededRng(seed));
      expect(areaOf(sized.mask) / area).toBeGreaterThan(0.9 ** 2 - 0.03);
      expect(areaOf(sized.mask) / area).toBeLessThan(1.1 ** 2 + 0.03);
    }
  });

  it('moves the mass as far as the elastic amount and no farther', () => {
    const example = ellipse(48);
    const shown = new Set<string>();
    for (let seed = 0; seed < 50; seed++) {
      const bent = augmented(example, { ...AUGMENTATIONS.none, elastic: 0.05 }, seededRng(seed));
      shown.add(bent.mask.join(''));
      const strayed = bent.mask.filter((value, i) => {
        const [x, y] = [(i % 48) - 23.5, Math.floor(i / 48) - 23.5];
        const fromOutline = 20 - Math.hypot(x, y);
        return Math.abs(fromOutline) > 0.05 * 48 + 1.5 && value !== (fromOutline > 0 ? 1 : 0);
      });
      expect(strayed.length).toBe(0);
    }
    expect(shown.size).toBe(50);
  });

  it('keeps masks binary and never empty, and images finite and within the range of contrast and brightness', () => {
    fc.assert(
      fc.property(EXAMPLES, AMOUNTS, fc.nat(), (example, augmentation, seed) => {
        const { image: values, mask: marks } = augmented(example, augmentation, seededRng(seed));
        expect(marks.every((value) => value === 0 || value === 1)).toBe(true);
        expect(marks).toContain(1);
        const { contrast, brightness } = augmentation;
        const largest = example.image.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const bound = largest * (1 + contrast) + brightness + 1e-4;
        expect(values.every((value) => Math.abs(value) <= bound)).toBe(true);
      }),
    );
  });
});

describe('the shift to an edge', () => {
  const how: Augmentation = { ...AUGMENTATIONS.none, edgeShift: 1 };

  /** The sides of the region that the mask reaches. */
  function sidesOf(marks: Uint8Array, size: number): string {
    const box = boundingBox({ width: size, height: size, mask: marks })!;
    const { left, top, right, bottom } = box;
    const reached = { left: left === 0, top: top === 0, right: right === size, bottom: bottom === size };
    return Object.entries(reached)
      .flatMap(([side, isReached]) => (isReached ? [side] : []))
      .join(' ');
  }

  it('brings the mass to each edge and each corner, about equally often', () => {
    const example = ellipse(64);
    const counts = new Map<string, number>();
    const rng = seededRng('edges');
    for (let i = 0; i < 800; i++) {
      const sides = sidesOf(augmented(example, how, rng).mask, 64);
      counts.set(sides, (counts.get(sides) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(
      ['bottom', 'left', 'left bottom', 'left top', 'right', 'right bottom', 'top', 'top right'].sort(),
    );
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(45);
  });

  it('cuts at most a twentieth of its width and height, and moves the rest as it is', () => {
    const example = ellipse(64);
    const area = example.mask.reduce((sum, value) => sum + value, 0);
    const box = boundingBox({ width: 64, height: 64, mask: example.mask })!;
    const most = Math.floor(0.05 * (box.right - box.left));
    const cuts = new Set<number>();
    for (let seed = 0; seed < 200; seed++) {
      const { image: moved, mask: marks } = augmented(example, how, seededRng(seed));
      const first = marks.indexOf(1);
      const shift = example.image.indexOf(moved[first]) - first;
      // A pure translation, the same for image and mask, without interpolation.
      const isMoved = (value: number, i: number): boolean =>
        value === 0 || (moved[i] === i + shift && example.mask[i + shift] === 1);
      expect(marks.every(isMoved)).toBe(true);
      expect(marks.reduce((sum, value) => sum + value, 0) / area).toBeGreaterThan(0.9);
      const movedBox = boundingBox({ width: 64, height: 64, mask: marks })!;
      cuts.add(box.right - box.left - (movedBox.right - movedBox.left));
    }
    expect(Math.max(...cuts)).toBe(most);
    expect(Math.min(...cuts)).toBe(0);
  });

  it('fills what it vacates with background of the margin, never with a second piece of the mass', () => {
    const example = ellipse(64);
    for (let seed = 0; seed < 200; seed++) {
      const { image: moved, mask: marks } = augmented(example, how, seededRng(seed));
      expect(moved.every((from, i) => marks[i] === example.mask[from])).toBe(true);
    }
  });

  it('leaves a mass where it is along an axis on which it reaches both sides, or the other side already', () => {
    const rectangle = (isSet: (x: number, y: number) => boolean): Example => ({
      ...ellipse(32),
      mask: Uint8Array.from({ length: 1024 }, (_, i) => (isSet(i % 32, Math.floor(i / 32)) ? 1 : 0)),
    });
    const everything = rectangle(() => true);
    const atLeft = rectangle((x, y) => x < 29 && y >= 3 && y < 29);
    for (let seed = 0; seed < 50; seed++) {
      expect(augmented(everything, how, seededRng(seed))).toEqual({ image: everything.image, mask: everything.mask });
      expect(sidesOf(augmented(atLeft, how, seededRng(seed)).mask, 32)).toMatch(/^left( top| bottom)?$/);
    }
  });

  it('reaches an edge with any rectangle, however small, large or near an edge already', () => {
    const sides = fc.tuple(fc.nat(23), fc.nat(23), fc.nat(23), fc.nat(23));
    fc.assert(
      fc.property(sides, fc.nat(), ([x0, x1, y0, y1], seed) => {
        const [left, right, top, bottom] = [Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1)];
        const marks = Uint8Array.from({ length: 576 }, (_, i) => {
          const [x, y] = [i % 24, Math.floor(i / 24)];
          return x >= left && x <= right && y >= top && y <= bottom ? 1 : 0;
        });
        const example = { ...ellipse(24), mask: marks };
        expect(sidesOf(augmented(example, how, seededRng(seed)).mask, 24)).not.toBe('');
      }),
    );
  });
});
