import { seededRng, uniformInt, type Augmentation, type Rng } from '@mammofed/core';
import type { AugmentOptions } from './batch-place.js';
import { EDGE_SIDES, edgeShifts, unshifted } from './edge-shift.js';
import { coarseField, warp, warpedMaskBox, type Warp } from './warp.js';

/**
 * Writes an example into a batch, varied by `augmentation`, image and mask alike. Everything that moves pixels
 * (symmetry, rotation, scale, elastic displacement, shift to an edge) is one warp with one interpolation, bilinear for
 * the image and nearest for the mask; contrast and brightness come last. What the warp reaches outside the example is
 * mirrored. The mask keeps at least one pixel: an example that would lose it gets its symmetry only.
 *
 * Draws one number from `rng` whatever the settings, so that equal seeds give every example the same symmetry under all
 * of them; everything else is drawn from a generator that is seeded by this number, in a fixed order, so that changing
 * one amount does not change what is drawn for another.
 * @param place - its mask has at least one pixel.
 * @param augmentation - sound by `augmentationProblems`.
 */
export function augment(place: AugmentOptions, augmentation: Augmentation, rng: Rng): void {
  const drawn = rng.next();
  const symmetry = augmentation.symmetries ? uniformInt({ next: () => drawn }, SYMMETRIES) : 0;
  if (!variesMore(augmentation)) {
    writeSymmetry(place, symmetry);
    return;
  }
  const amounts = drawAmounts(augmentation, seededRng(drawn));
  const isMoved = amounts.rotation !== 0 || amounts.scale !== 1 || amounts.field !== null || amounts.isShifted;
  if (!isMoved && amounts.contrast === 1 && amounts.brightness === 0) {
    writeSymmetry(place, symmetry);
    return;
  }
  const { size } = place;
  const still: Warp = {
    matrix: matrixOf(symmetry, amounts.rotation, amounts.scale),
    field: amounts.field,
    ...unshifted(size),
    contrast: amounts.contrast,
    brightness: amounts.brightness,
  };
  const box = amounts.isShifted ? warpedMaskBox(place, still) : null;
  const shifts = box === null ? {} : edgeShifts(box, size, amounts.sides, amounts.cut);
  if (warp(place, { ...still, ...shifts }) === 0) writeSymmetry(place, symmetry);
}

const SYMMETRIES = 8;

/**
 * Writes an example into a batch under symmetry 0..7. Bit 0 mirrors columns, bit 1 mirrors rows, bit 2 transposes
 * first; 0 copies as it is (for evaluation).
 */
export function writeSymmetry(options: AugmentOptions, symmetry: number): void {
  const { image, mask, size, images, masks, offset } = options;
  for (let y = 0, to = offset; y < size; y++) {
    const row = symmetry & 2 ? size - 1 - y : y;
    for (let x = 0; x < size; x++, to++) {
      const column = symmetry & 1 ? size - 1 - x : x;
      const from = symmetry & 4 ? column * size + row : row * size + column;
      images[to] = image[from];
      masks[to] = mask[from];
    }
  }
}

function variesMore({ edgeShift, rotationDegrees, scale, elastic, brightness, contrast }: Augmentation): boolean {
  return [edgeShift, rotationDegrees, scale, elastic, brightness, contrast].some((amount) => amount > 0);
}

function drawAmounts(augmentation: Augmentation, rng: Rng) {
  const either = (largest: number): number => largest * (2 * rng.next() - 1);
  const isShifted = rng.next() < augmentation.edgeShift;
  const sides = EDGE_SIDES[uniformInt(rng, EDGE_SIDES.length)];
  const cut = { x: rng.next(), y: rng.next() };
  const rotation = (either(augmentation.rotationDegrees) * Math.PI) / 180;
  const scale = 1 + either(augmentation.scale);
  const contrast = 1 + either(augmentation.contrast);
  const brightness = either(augmentation.brightness);
  // Last, so that leaving it out changes nothing else.
  const field = augmentation.elastic > 0 ? coarseField(augmentation.elastic, rng) : null;
  return { isShifted, sides, cut, rotation, scale, contrast, brightness, field };
}

/** From offsets in the batch's plane to offsets in the example: turned, sized, then under the symmetry. */
function matrixOf(symmetry: number, rotation: number, scale: number): Warp['matrix'] {
  const cos = Math.cos(rotation) / scale;
  const sin = Math.sin(rotation) / scale;
  const columnSign = symmetry & 1 ? -1 : 1;
  const rowSign = symmetry & 2 ? -1 : 1;
  const column = [columnSign * cos, columnSign * sin] as const;
  const row = [-rowSign * sin, rowSign * cos] as const;
  return symmetry & 4 ? [...row, ...column] : [...column, ...row];
}
