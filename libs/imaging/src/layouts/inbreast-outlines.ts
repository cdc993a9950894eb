import { ImagingError } from '../errors.js';
import { MAX_OUTLINE_POINTS } from '../limits.js';
import type { Point } from './draw-mask.js';
import { parsePropertyList, type PropertyDictionary, type PropertyValue } from './property-list.js';

/** No image has a place so far from its corner, in pixels; a number beyond is a mistake. */
const FARTHEST = 1_000_000;

/**
 * Reads the outlines of all masses of one image: `Images[].ROIs[]` whose `Name` is Mass, whatever its case, with the points
 * in `Point_px`. `Point_mm` is not read: in this data set it is 0 throughout. A mark of fewer than three points has no area.
 * @param bytes - an XML property list.
 * @param name - how a person finds the file.
 * @throws ImagingError `bad-annotation`.
 */
export function massOutlines(bytes: Uint8Array, name: string): Point[][] {
  const refuse = (problem: string, cause?: unknown): never => {
    throw new ImagingError('bad-annotation', `${name} ${problem}. Get it anew from its source.`, {}, cause);
  };
  const root = parsed(bytes, refuse);
  const images = listAt(root, 'Images') ?? refuse('has no list of images');
  const outlines: Point[][] = [];
  let points = 0;
  for (const roi of images.flatMap((image) => listAt(image, 'ROIs') ?? [])) {
    const kind = fieldOf(roi, 'Name');
    if (typeof kind !== 'string' || kind.trim().toLowerCase() !== 'mass') continue;
    const texts = listAt(roi, 'Point_px') ?? refuse('has a mass without points');
    points += texts.length;
    if (points > MAX_OUTLINE_POINTS) refuse(`has more than ${MAX_OUTLINE_POINTS} points`);
    const outline = texts.map((text) => pointOf(text) ?? refuse('has a point that is not (x, y)'));
    if (outline.length >= 3) outlines.push(outline);
  }
  return outlines;
}

function parsed(bytes: Uint8Array, refuse: (problem: string, cause?: unknown) => never): PropertyValue {
  try {
    return parsePropertyList(new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    return refuse(`cannot be read: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

function fieldOf(value: PropertyValue, key: string): PropertyValue | undefined {
  return value instanceof Map ? (value as PropertyDictionary).get(key) : undefined;
}

function listAt(value: PropertyValue, key: string): readonly PropertyValue[] | null {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? (list as readonly PropertyValue[]) : null;
}

const NUMBER = String.raw`(-?\d{1,12}(?:\.\d{0,20})?(?:e[+-]?\d{1,2})?)`;
const POINT = new RegExp(`^\\s*\\(\\s*${NUMBER}\\s*,\\s*${NUMBER}\\s*\\)\\s*$`, 'i');

function pointOf(text: PropertyValue): Point | null {
  const match = typeof text === 'string' ? POINT.exec(text) : null;
  if (match === null) return null;
  const [x, y] = [Number(match[1]), Number(match[2])];
  return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST ? { x, y } : null;
}
