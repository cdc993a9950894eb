import type { Elements } from './elements.js';

type Vector = readonly [number, number, number];

/** Where an image's pixels lie in the patient's space, millimetres. @see DICOM PS3.3 C.7.6.2.1.1. */
export interface ImagePlane {
  readonly frameOfReferenceUid: string;
  /** Centre of the first pixel. */
  readonly position: Vector;
  /** Unit vector from one pixel of a row to the next, that is, along which columns are counted. */
  readonly alongRow: Vector;
  readonly alongColumn: Vector;
  /** Between neighbouring rows and columns. */
  readonly rowMm: number;
  readonly columnMm: number;
}

/** How far a vector's length, or the product of two that should be at right angles, may be off. */
const DIRECTION_TOLERANCE = 1e-3;
/** How far a point may lie off an image's plane that it is drawn in, millimetres. */
const PLANE_TOLERANCE_MM = 0.1;

/** @returns null where the header does not say: projection images such as mammograms mostly have no place in space. */
export function imagePlaneOf(elements: Elements): ImagePlane | null {
  const frameOfReferenceUid = elements.text('x00200052');
  const position = elements.decimals('x00200032');
  const [rx, ry, rz, cx, cy, cz, ...tooMany] = elements.decimals('x00200037');
  const [rowMm, columnMm] = elements.decimals('x00280030');
  if (frameOfReferenceUid === null || position.length !== 3 || cz === undefined || tooMany.length > 0) return null;
  if (rowMm === undefined || columnMm === undefined || rowMm <= 0 || columnMm <= 0) return null;
  const alongRow: Vector = [rx, ry, rz];
  const alongColumn: Vector = [cx, cy, cz];
  const isSound = [dot(alongRow, alongRow) - 1, dot(alongColumn, alongColumn) - 1, dot(alongRow, alongColumn)].every(
    (error) => Math.abs(error) < DIRECTION_TOLERANCE,
  );
  if (!isSound) return null;
  const [x, y, z] = position;
  return { frameOfReferenceUid, position: [x, y, z], alongRow, alongColumn, rowMm, columnMm };
}

/**
 * @param point - x, y, z in the patient's space, millimetres.
 * @returns the place from the upper left corner of the first pixel, whose centre is at (0.5, 0.5), to the right and
 * downwards; null if the point does not lie in the plane.
 */
export function pixelAt(plane: ImagePlane, [x, y, z]: Vector): { readonly x: number; readonly y: number } | null {
  const { position, alongRow, alongColumn, rowMm, columnMm } = plane;
  const from: Vector = [x - position[0], y - position[1], z - position[2]];
  if (!(Math.abs(dot(from, cross(alongRow, alongColumn))) <= PLANE_TOLERANCE_MM)) return null;
  return { x: dot(from, alongRow) / columnMm + 0.5, y: dot(from, alongColumn) / rowMm + 0.5 };
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
