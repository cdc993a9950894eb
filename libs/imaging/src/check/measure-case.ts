import { createHash } from 'node:crypto';
import type { CaseFacts, CaseImage } from '../layouts/layout.js';
import { findBreast, type BreastArea, type Side } from './breast-area.js';
import { burnedInLetters } from './burned-in-text.js';
import { fit, shareInAir, smallCase, TURNS, turned, type SmallCase, type Turn } from './mask-fit.js';

/** What is measured of one image, without its pixels. */
export interface CaseMeasures {
  readonly background: 'dark' | 'bright' | null;
  /** Where the chest wall lies; null where that is not clear. */
  readonly chestWall: Side | null;
  readonly breastShare: number | null;
  /** SHA-256 of size and pixels, hexadecimal: equal for equal images. */
  readonly pixelHash: string;
  readonly shadeCount: number;
  /** Who says that there is text in the picture: its header, or what the air around the breast looks like. */
  readonly burnedInText: 'header' | 'pixels' | null;
  /** Of the breast's pixels, between their darkest (0) and brightest (1); null without a breast. */
  readonly medianShade: number | null;
  readonly rowSpacingMm: number | null;
  readonly mask: MaskMeasures | null;
}

/** Of a mask that marks something. */
export interface MaskMeasures {
  readonly areaPixels: number;
  /** Square millimetres; null where the spacing is not known. */
  readonly areaMm2: number | null;
  /** Area by that of the breast. */
  readonly shareOfBreast: number | null;
  readonly shareInAir: number | null;
  /** How it fits as it lies, and turned; null where it cannot be told. */
  readonly fit: number | null;
  readonly fitTurned: Readonly<Partial<Record<Turn, number>>>;
}

/** How clearly a side has to have more contact than the next to be taken for the chest wall. */
const LEFT_OR_RIGHT = 0.15;
/** On an oblique view the muscle and the arm fill much of the top. */
const TOP_OR_BOTTOM = { contact: 0.9, margin: 0.35 } as const;

/** The measures, and the small planes by which masks of other images can be tried on this one; a study has no part in either. */
export interface MeasuredImage {
  readonly measures: CaseMeasures;
  readonly small: SmallCase | null;
}

/** Measures an image that was read. */
export function measureCase(image: CaseImage): MeasuredImage {
  const { pixels, mask, spacing } = image;
  const breast = findBreast(pixels);
  const small = breast === null || mask === null ? null : smallCase(breast, pixels, mask);
  const areaPixels = mask === null ? 0 : mask.mask.reduce((sum, value) => sum + value, 0);
  const measures: CaseMeasures = {
    background: breast?.background ?? null,
    chestWall: breast === null ? null : chestWallOf(breast.contact),
    breastShare: breast?.share ?? null,
    pixelHash: hashOf(image),
    shadeCount: shadeCountOf(pixels.grey),
    burnedInText: textOf(image, breast),
    medianShade: breast === null ? null : medianShadeOf(breast, image),
    rowSpacingMm: spacing?.rowMm ?? null,
    mask:
      areaPixels === 0
        ? null
        : {
            areaPixels,
            areaMm2: spacing === null ? null : areaPixels * spacing.rowMm * spacing.columnMm,
            shareOfBreast: breast === null ? null : areaPixels / (breast.share * pixels.width * pixels.height),
            shareInAir: small === null ? null : shareInAir(small),
            fit: small === null ? null : fit(small, small.mask),
            fitTurned: small === null ? {} : fitsTurned(small),
          },
  };
  return { measures, small };
}

/** The side of the image on which the chest wall of a breast lies as mammograms are shown: PS3.3 C.8.11.7, PatientOrientation. */
export function expectedChestWall({ laterality }: CaseFacts): Side | null {
  if (laterality === null) return null;
  return laterality === 'L' ? 'left' : 'right';
}

function textOf({ pixels, flags }: CaseImage, breast: BreastArea | null): CaseMeasures['burnedInText'] {
  if (flags.some(({ code }) => code === 'burned-in-annotation')) return 'header';
  return breast !== null && burnedInLetters(pixels, breast) > 0 ? 'pixels' : null;
}

function chestWallOf(contact: Readonly<Record<Side, number>>): Side | null {
  const upright = Math.max(contact.top, contact.bottom);
  const across = Math.max(contact.left, contact.right);
  if (upright >= TOP_OR_BOTTOM.contact && upright - across >= TOP_OR_BOTTOM.margin)
    return contact.top >= contact.bottom ? 'top' : 'bottom';
  if (Math.abs(contact.left - contact.right) < LEFT_OR_RIGHT) return null;
  return contact.left > contact.right ? 'left' : 'right';
}

function fitsTurned(small: SmallCase): Partial<Record<Turn, number>> {
  const { width, height } = small.breast;
  const fits: Partial<Record<Turn, number>> = {};
  for (const turn of TURNS) {
    const mask = turned(small.mask, width, height, turn);
    if (mask !== null) fits[turn] = fit(small, mask);
  }
  return fits;
}

function hashOf({ pixels: { width, height, grey } }: CaseImage): string {
  const bytes = new Uint8Array(grey.buffer, grey.byteOffset, grey.byteLength);
  return createHash('sha256').update(`${width} ${height} `).update(bytes).digest('hex');
}

function shadeCountOf(grey: Uint8Array | Uint16Array): number {
  const seen = new Uint8Array(65536);
  let count = 0;
  for (const value of grey) {
    count += 1 - seen[value];
    seen[value] = 1;
  }
  return count;
}

function medianShadeOf({ inside, width, scale }: BreastArea, { pixels }: CaseImage): number {
  const shades: number[] = [];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === 0) continue;
    const x = Math.floor(((i % width) + 0.5) * scale);
    const y = Math.floor((Math.floor(i / width) + 0.5) * scale);
    shades.push(pixels.grey[y * pixels.width + x]);
  }
  shades.sort((a, b) => a - b);
  const [darkest, brightest] = [shades[0], shades[shades.length - 1]];
  return brightest > darkest ? (shades[shades.length >> 1] - darkest) / (brightest - darkest) : 0;
}
