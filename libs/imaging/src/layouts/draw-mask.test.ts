import { describe, expect, it } from '@jest/globals';
import { emptyMask, markBox, markCircle, markOutline, type Point } from './draw-mask.js';
import { area } from './generated-images.test-support.js';

const at = (...pairs: readonly (readonly [number, number])[]): Point[] => pairs.map(([x, y]) => ({ x, y }));

function drawn(width: number, height: number, outline: readonly Point[]): string[] {
  const target = emptyMask({ width, height });
  markOutline(target, outline);
  return Array.from({ length: height }, (_, y) => target.mask.slice(y * width, (y + 1) * width).join(''));
}

describe('an outline', () => {
  it('marks the pixels that its line passes and those inside', () => {
    expect(drawn(7, 5, at([1.5, 1.5], [5.5, 1.5], [5.5, 3.5], [1.5, 3.5]))).toEqual([
      '0000000',
      '0111110',
      '0111110',
      '0111110',
      '0000000',
    ]);
    expect(drawn(5, 5, at([2.5, 0.5], [4.5, 2.5], [2.5, 4.5], [0.5, 2.5]))).toEqual([
      '00100',
      '01110',
      '11111',
      '01110',
      '00100',
    ]);
  });

  it('is the same drawn the other way round, and begun elsewhere', () => {
    const outline = at([3.1, 2.7], [17.9, 4.2], [14.3, 16.8], [9.9, 9.1], [2.2, 15.5]);
    const turned = [...outline.slice(2), ...outline.slice(0, 2)];
    expect(drawn(20, 20, turned)).toEqual(drawn(20, 20, outline));
    expect(drawn(20, 20, [...outline].reverse())).toEqual(drawn(20, 20, outline));
  });

  it('leaves no hole where a hand goes round twice or crosses its line', () => {
    const square = at([2.5, 2.5], [8.5, 2.5], [8.5, 8.5], [2.5, 8.5]);
    expect(drawn(11, 11, [...square, ...square])).toEqual(drawn(11, 11, square));
  });

  it('has the area of a disc and about half its rim', () => {
    const target = emptyMask({ width: 200, height: 200 });
    const disc = Array.from({ length: 720 }, (_, i) => (i * Math.PI) / 360).map((angle) => ({
      x: 100 + 60 * Math.cos(angle),
      y: 100 + 60 * Math.sin(angle),
    }));
    markOutline(target, disc);
    const [inner, rim] = [Math.PI * 60 ** 2, 2 * Math.PI * 60];
    expect(area(target)).toBeGreaterThan(inner + 0.3 * rim);
    expect(area(target)).toBeLessThan(inner + 0.7 * rim);
  });

  it('is cut at the border, and costs no time for what lies far outside', () => {
    const far = 1_000_000;
    expect(drawn(4, 3, at([-far, -far], [far, -far], [far, far], [-far, far]))).toEqual(['1111', '1111', '1111']);
    expect(drawn(4, 3, at([-far, -far], [-5, -far], [-5, far], [-far, far]))).toEqual(['0000', '0000', '0000']);
    expect(drawn(4, 3, at([2, -far], [far, -far], [far, far], [2, far]))).toEqual(['0011', '0011', '0011']);
  });
});

describe('a box', () => {
  it('marks the pixels whose centres lie in it, as far as the image reaches', () => {
    const target = emptyMask({ width: 6, height: 4 });
    markBox(target, { left: 1.4, top: -3, right: 3.6, bottom: 1.5 });
    expect([...target.mask]).toEqual([0, 1, 1, 1, 0, 0, 0, 1, 1, 1, ...new Array<number>(14).fill(0)]);
    markBox(target, { left: 7, top: 0, right: 9, bottom: 4 });
    expect(area(target)).toBe(6);
  });
});

describe('a circle', () => {
  it('marks the pixels at most its radius away, as far as the image reaches', () => {
    const target = emptyMask({ width: 5, height: 5 });
    markCircle(target, { x: 2, y: 2 }, 1);
    expect(area(target)).toBe(5);
    markCircle(target, { x: 0, y: 4 }, 1);
    expect(area(target)).toBe(5 + 3);
    markCircle(target, { x: 50, y: 50 }, 10);
    expect(area(target)).toBe(8);
  });
});
