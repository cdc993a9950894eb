import type { DataContract } from '@mammofed/core';
import { MIN_IMAGES_PER_PART } from '../limits.js';
import { isKnownMammogram } from './case-findings.js';
import type { CheckedCase, DataCounts } from './checked-case.js';
import type { DataFinding } from './findings.js';
import { fit, TURNS, type SmallCase, type Turn } from './mask-fit.js';
import { expectedChestWall } from './measure-case.js';

/** Images below which nothing is said of all masks together. */
const LEAST_IMAGES = 12;
/**
 * Standard errors by which a mean has to differ from 0. On 552 real images masks as they are were 25 to 32 above turned
 * ones and 27 above other patients', which is 4 on average with twelve images.
 */
const CLEAR = 3;
/**
 * In standard deviations of an image's gain: few images leave a mean unclear though the masks are right, and are not refused for
 * that. On 552 real images the gain over other patients' masks is 1.15 of them.
 */
const SMALL_EFFECT = 0.5;
const MANY_REFUSED = 0.1;
/** Share of images with a clear chest wall on which it lies elsewhere; on 552 real images 4 do. */
const MOST_ASTRAY = 0.5;

/** @param smalls - beside `checked`; null where there is no breast or no mask. */
export function allImagesFindings(
  checked: readonly CheckedCase[],
  smalls: readonly (SmallCase | null)[],
  counts: DataCounts,
  { minImages, minPatients }: DataContract,
): DataFinding[] {
  const findings: DataFinding[] = [];
  const find = (code: DataFinding['code'], message: string): void => void findings.push({ code, file: null, message });
  if (checked.length > 0 && !checked.some(({ case: one }) => isKnownMammogram(one.facts)))
    find('unknown-kind', 'nothing says that the images are mammograms: sides and shades are not checked');
  const astray = shareAstray(checked);
  if (astray > MOST_ASTRAY)
    find('images-turned', `on ${Math.round(100 * astray)} % of the images the chest wall is not where the side says`);
  const turn = clearestTurn(checked);
  if (turn !== null) find('masks-turned', `the masks fit the images better ${TURN_WORDS[turn]} than as they are`);
  else if (fitsNoBetter(checked, smalls))
    find('masks-fit-no-image', "the masks fit their images no better than other patients' masks do");
  const { usableImages, usablePatients, images, refusedImages } = counts;
  if (usableImages < minImages || usablePatients < minPatients) {
    const has = `${usableImages} usable images of ${usablePatients} patients`;
    find('too-few-images', `there are ${has}; the study needs ${minImages} of ${minPatients}`);
  }
  const [part, count] = Object.entries(counts.parts).sort(([, a], [, b]) => a - b)[0] ?? ['train', 0];
  if (count < MIN_IMAGES_PER_PART)
    find('too-few-images', `of the usable images ${count} fall into ${part}; each part needs ${MIN_IMAGES_PER_PART}`);
  if (refusedImages > MANY_REFUSED * images) find('many-refused', `${refusedImages} of ${images} images are refused`);
  return findings;
}

function shareAstray(checked: readonly CheckedCase[]): number {
  let [clear, astray] = [0, 0];
  for (const { case: one, measures } of checked) {
    const expected = expectedChestWall(one.facts);
    if (expected === null || measures.chestWall === null) continue;
    clear++;
    if (measures.chestWall !== expected) astray++;
  }
  return clear >= LEAST_IMAGES ? astray / clear : 0;
}

const TURN_WORDS: Readonly<Record<Turn, string>> = {
  mirrored: 'mirrored',
  'upside-down': 'upside down',
  'half-turn': 'after half a turn',
  'quarter-left': 'after a quarter turn to the left',
  'quarter-right': 'after a quarter turn to the right',
};

function clearestTurn(checked: readonly CheckedCase[]): Turn | null {
  let clearest: { readonly turn: Turn; readonly errors: number } | null = null;
  for (const turn of TURNS) {
    const gains: number[] = [];
    for (const { measures } of checked) {
      const own = measures.mask?.fit ?? null;
      const other = measures.mask?.fitTurned[turn];
      if (own !== null && other !== undefined) gains.push(other - own);
    }
    const errors = standardErrors(gains);
    if (errors > CLEAR && errors > (clearest?.errors ?? 0)) clearest = { turn, errors };
  }
  return clearest?.turn ?? null;
}

/** Compares each mask with that of the next image of another patient and the same side. */
function fitsNoBetter(checked: readonly CheckedCase[], smalls: readonly (SmallCase | null)[]): boolean {
  const gains: number[] = [];
  for (const [i, { case: one, measures }] of checked.entries()) {
    const small = smalls[i] ?? null;
    const own = measures.mask?.fit ?? null;
    if (small === null || own === null) continue;
    for (let step = 1; step < checked.length; step++) {
      const j = (i + step) % checked.length;
      const other = smalls[j] ?? null;
      const { patient, facts } = (checked[j] as CheckedCase).case;
      if (other === null || patient === one.patient || facts.laterality !== one.facts.laterality) continue;
      if (other.mask.length !== small.mask.length || other.breast.width !== small.breast.width) continue;
      if (!other.mask.includes(1)) continue;
      gains.push(own - fit(small, other.mask));
      break;
    }
  }
  const errors = standardErrors(gains);
  return gains.length >= LEAST_IMAGES && errors < CLEAR && errors / Math.sqrt(gains.length) < SMALL_EFFECT;
}

/** @returns the mean in units of its standard error; 0 for too few. */
function standardErrors(values: readonly number[]): number {
  if (values.length < LEAST_IMAGES) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return variance === 0 ? 0 : mean / Math.sqrt(variance / values.length);
}
