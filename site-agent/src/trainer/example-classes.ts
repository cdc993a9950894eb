import type { Balance } from '@mammofed/core';
import type { RegionSample } from '@mammofed/imaging';
import type { ExampleClasses } from './balanced-order.js';

/** What the class of an example follows from. */
export type ClassedSample = Pick<
  RegionSample,
  'mask' | 'box' | 'imageWidth' | 'imageHeight' | 'touchesEdge' | 'facts' | 'spacing'
>;

const UNKNOWN = 'unknown';

/** @param samples - all that the site trains on: what is small follows from them. */
export function exampleClasses(samples: readonly ClassedSample[], { kind, strength = 1 }: Balance): ExampleClasses {
  return { kind, classOf: classesOf(samples, kind), strength };
}

function classesOf(samples: readonly ClassedSample[], kind: Balance['kind']): string[] {
  switch (kind) {
    case 'edge':
      return samples.map(({ touchesEdge }) => (touchesEdge ? 'edge' : 'central'));
    case 'size':
      return sizeClasses(samples);
    case 'density':
      return samples.map(({ facts }) => facts?.density ?? UNKNOWN);
    case 'pathology':
      return samples.map(({ facts }) => facts?.pathology ?? UNKNOWN);
  }
}

/** Of the lesions, this share lies below the range of sizes that is parted, and as many above. */
const BEYOND_RANGE = 0.05;

/**
 * Small, medium and large are three equal ratios of the range of sizes; what lies beyond the range at either end, a
 * speck or a mask of half the breast, sets no bound. Thirds of the lesions, which evaluations tell apart, would be
 * balanced by definition. Sizes are in square millimetres if they are known of every image, else shares of the image.
 */
function sizeClasses(samples: readonly ClassedSample[]): string[] {
  const isInMm = samples.every(({ spacing }) => (spacing ?? null) !== null);
  const sizes = samples.map((sample) => (isInMm ? areaMm(sample) : lesionPixels(sample) / imagePixels(sample)));
  const sorted = [...sizes].sort((a, b) => a - b);
  const at = Math.ceil(BEYOND_RANGE * sorted.length) - 1;
  const [least, most] = [sorted[at] as number, sorted[sorted.length - 1 - at] as number];
  const ratio = Math.cbrt(most / least);
  return sizes.map((size) => {
    if (size <= least * ratio) return 'small';
    return size <= least * ratio ** 2 ? 'medium' : 'large';
  });
}

function areaMm(sample: ClassedSample): number {
  return lesionPixels(sample) * (sample.spacing?.rowMm ?? 1) * (sample.spacing?.columnMm ?? 1);
}

/** In the image's own pixels: the region was squeezed to a square. */
function lesionPixels({ mask, box }: ClassedSample): number {
  const marked = mask.reduce((count, value) => count + value, 0);
  return (marked / mask.length) * (box.right - box.left) * (box.bottom - box.top);
}

function imagePixels({ imageWidth, imageHeight }: ClassedSample): number {
  return imageWidth * imageHeight;
}
