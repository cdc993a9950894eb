import type { MaskPixels } from '../decode.js';
import { decodeCells, imageFormatOf, type StoredCells } from './decode-frames.js';
import { dicomError } from './dicom-error.js';
import { headerOf, type DicomHeader } from './header.js';
import type { PixelFormat } from './image-module.js';
import { kindOf } from './object-kind.js';
import { parsePart10, type ParsedDicom } from './part10.js';
import { framesOf, referencedInstances, type SegmentationFrame } from './segmentation-frames.js';
import { segmentsOf, type Segment } from './segments.js';

/** A fractional segment covers a pixel from this part of the greatest value on. */
const COVERED_FRACTION = 0.5;

type SegmentationKind = 'binary' | 'fractional' | 'label-map';

/**
 * A DICOM segmentation. Its frames are decoded when a mask is asked for; the file's bytes are held until then.
 * @see DICOM PS3.3 A.51 and C.8.20.
 */
class Segmentation {
  /** Images of which the object says that it segments them, whether or not a frame marks something in them. */
  readonly references: ReadonlySet<string>;

  constructor(
    private readonly parsed: ParsedDicom,
    private readonly format: PixelFormat,
    private readonly frames: readonly SegmentationFrame[],
    private readonly name: string,
    readonly header: DicomHeader,
    readonly kind: SegmentationKind,
    readonly segments: readonly Segment[],
    private readonly greatestFraction: number,
  ) {
    this.references = new Set([...referencedInstances(parsed.elements), ...frames.flatMap((frame) => frame.sources)]);
  }

  /**
   * What the segments mark in one image: the union of its frames, so segments may overlap.
   * @param sopInstanceUid - the image.
   * @param segments - numbers; all but a label map's background unless given.
   * @returns pixels of the segmentation's own size, which the caller compares with the image's; all 0 if the image is
   * referenced and nothing is marked in it; null if the object does not reference the image.
   * @throws ImagingError `bad-segmentation` if a frame stands for several images, or several for a part of one, or if its
   * pixels are not the image's;
   * `damaged-pixels`.
   */
  async maskFor(sopInstanceUid: string, segments?: readonly number[]): Promise<MaskPixels | null> {
    if (!this.references.has(sopInstanceUid)) return null;
    const wanted = new Set(segments ?? this.segments.map(({ number }) => number).filter((number) => number > 0));
    const own = this.frames.filter(
      (frame) => frame.sources.includes(sopInstanceUid) && (frame.segment === null || wanted.has(frame.segment)),
    );
    for (const frame of own) {
      if (frame.sources.length > 1) {
        throw dicomError('bad-segmentation', this.name, 'has a frame for several images and does not say for which');
      }
      if (!frame.isPixelMapped) {
        throw dicomError('bad-segmentation', this.name, 'says that its pixels do not lie on those of its image');
      }
    }
    // Tiles of a large image, or frames of tomosynthesis: one mask would lay them over each other.
    if (new Set(own.map((frame) => frame.segment)).size < own.length) {
      throw dicomError('bad-segmentation', this.name, 'has several frames of one segment for one image');
    }
    const { rows, columns } = this.format;
    const mask = new Uint8Array(rows * columns);
    for (const { index } of own) {
      // One frame at a time: decoded together, a large object's would fill the memory.
      const [cells] = await decodeCells(this.parsed, this.format, [index], this.name);
      this.mark(mask, cells, wanted);
    }
    return { width: columns, height: rows, mask };
  }

  private mark(mask: Uint8Array, cells: StoredCells, wanted: ReadonlySet<number>): void {
    switch (this.kind) {
      case 'binary':
        for (let i = 0; i < mask.length; i++) if (cells[i] !== 0) mask[i] = 1;
        return;
      case 'fractional': {
        const least = COVERED_FRACTION * this.greatestFraction;
        for (let i = 0; i < mask.length; i++) if (cells[i] >= least) mask[i] = 1;
        return;
      }
      case 'label-map':
        for (let i = 0; i < mask.length; i++) if (wanted.has(cells[i])) mask[i] = 1;
    }
  }
}

/**
 * Reads a DICOM segmentation: binary, fractional or a label map.
 * @param bytes - a whole DICOM file.
 * @param name - how a person finds the object; goes into the messages.
 * @throws ImagingError `bad-segmentation` if it is none, or one that does not say what it marks; as `readDicomImage`.
 */
export function readSegmentation(bytes: Uint8Array, name: string): Segmentation {
  const parsed = parsePart10(bytes, name);
  const { elements } = parsed;
  const header = headerOf(parsed, name);
  const bad = (reason: string): never => {
    throw dicomError('bad-segmentation', name, reason);
  };
  if (kindOf(header) !== 'segmentation') bad('is no DICOM segmentation');
  const format = imageFormatOf(parsed, name);
  if (format.samplesPerPixel !== 1 || format.isSigned) bad('has pixels that are not those of a segmentation');
  const kind = segmentationKind(elements.text('x00620001')) ?? bad('does not say whether it is binary or fractional');
  const isOfItsKind = kind === 'binary' ? format.bitsAllocated === 1 : format.bitsAllocated >= 8;
  if (!isOfItsKind) bad(`is called ${kind} but has pixels of ${format.bitsAllocated} bits`);
  const greatestFraction = elements.uint16('x0062000e') ?? 255;
  if (greatestFraction < 1) bad('has fractions without a greatest one');
  const segments = segmentsOf(elements);
  if (segments.length === 0) bad('has no segments');
  const frames = framesOf(elements, format.frames, kind === 'label-map', segments);
  if (frames === null) return bad(`does not say for each of its ${format.frames} frames which segment it is`);
  return new Segmentation(parsed, format, frames, name, header, kind, segments, greatestFraction);
}

function segmentationKind(text: string | null): SegmentationKind | null {
  switch (text) {
    case 'BINARY':
      return 'binary';
    case 'FRACTIONAL':
      return 'fractional';
    case 'LABELMAP':
      return 'label-map';
    default:
      return null;
  }
}
