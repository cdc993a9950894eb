import { dicomError } from './dicom-error.js';
import type { Elements } from './elements.js';
import { headerOf, type DicomHeader } from './header.js';
import { pixelAt } from './image-plane.js';
import { kindOf } from './object-kind.js';
import { parsePart10 } from './part10.js';
import type { Segment } from './segments.js';

/** A region of interest; its outlines come one after the other. */
interface Roi extends Segment {
  readonly frameOfReferenceUid: string | null;
  readonly outlines: readonly RoiOutline[];
}

interface RoiOutline {
  /** SOP Instance UID of the image it is drawn in; null if it does not say. */
  readonly image: string | null;
  readonly isClosed: boolean;
  /** x, y, z in the patient's space one after the other, millimetres. */
  readonly points: readonly number[];
}

/** A closed outline in an image, pixels from the upper left corner of the first one. */
export type PixelOutline = readonly { readonly x: number; readonly y: number }[];

/**
 * An RT structure set. Its outlines are millimetres in the patient's space: they say which pixels they go around only for
 * an image that says where it lies in that space.
 * @see DICOM PS3.3 A.19, C.8.8.5, C.8.8.6.
 */
class StructureSet {
  /** Images in which something is outlined. */
  readonly references: ReadonlySet<string>;

  constructor(
    private readonly name: string,
    readonly rois: readonly Roi[],
  ) {
    const outlines = rois.flatMap((roi) => roi.outlines);
    this.references = new Set(outlines.flatMap(({ image }) => image ?? []));
  }

  /**
   * @param numbers - of the regions that are wanted.
   * @returns the outlines drawn in the image.
   * @throws ImagingError `bad-segmentation` if the image does not say where it lies, or an outline lies elsewhere.
   */
  outlinesIn({ plane, sopInstanceUid }: DicomHeader, numbers: readonly number[]): readonly PixelOutline[] {
    const bad = (reason: string): never => {
      throw dicomError('bad-segmentation', this.name, reason);
    };
    return this.rois
      .filter((roi) => numbers.includes(roi.number))
      .flatMap((roi) =>
        roi.outlines
          .filter((outline) => outline.image === sopInstanceUid)
          .map(({ points, isClosed }) => {
            if (plane === null) return bad("gives outlines in the patient's space, in which its image has no place");
            if (roi.frameOfReferenceUid !== null && roi.frameOfReferenceUid !== plane.frameOfReferenceUid) {
              return bad('gives outlines in another space than that of its image');
            }
            if (!isClosed || points.length < 9 || points.length % 3 !== 0)
              return bad('has an outline that is not closed');
            return Array.from({ length: points.length / 3 }, (_, i) => {
              const point = [points[3 * i], points[3 * i + 1], points[3 * i + 2]] as const;
              return pixelAt(plane, point) ?? bad('has an outline that does not lie in the plane of its image');
            });
          }),
      );
  }
}

/**
 * @param bytes - a whole DICOM file.
 * @param name - how a person finds the object; goes into the messages.
 * @throws ImagingError `bad-segmentation` if it is no structure set or outlines nothing; as `readDicomHeader`.
 */
export function readStructureSet(bytes: Uint8Array, name: string): StructureSet {
  const parsed = parsePart10(bytes, name);
  if (kindOf(headerOf(parsed, name)) !== 'structure-set') {
    throw dicomError('bad-segmentation', name, 'is no RT structure set');
  }
  const { elements } = parsed;
  const outlines = new Map<number | null, readonly RoiOutline[]>();
  for (const item of elements.items('x30060039')) outlines.set(item.decimal('x30060084'), outlinesOf(item));
  const rois = elements.items('x30060020').flatMap((item): Roi[] => {
    const number = item.decimal('x30060022');
    if (number === null) return [];
    return [
      {
        number,
        label: item.text('x30060026') ?? '',
        type: null,
        frameOfReferenceUid: item.text('x30060024'),
        outlines: outlines.get(number) ?? [],
      },
    ];
  });
  if (rois.every((roi) => roi.outlines.length === 0)) throw dicomError('bad-segmentation', name, 'outlines nothing');
  return new StructureSet(name, rois);
}

function outlinesOf(roi: Elements): readonly RoiOutline[] {
  return roi.items('x30060040').map((contour) => ({
    image: contour.items('x30060016')[0]?.text('x00081155') ?? null,
    isClosed: contour.text('x30060042') === 'CLOSED_PLANAR',
    points: contour.decimals('x30060050'),
  }));
}
